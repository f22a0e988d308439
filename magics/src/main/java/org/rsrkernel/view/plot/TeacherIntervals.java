package org.rsrkernel.view.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.view.figure.FigureJson;
import org.rsrkernel.view.html.Palette;
import org.rsrkernel.view.html.Shown;
import org.rsrkernel.view.table.TeacherRow;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Teachers one below the other, RSR with its interval; a grey band joins those too close to call.
 */
final class TeacherIntervals {

  private TeacherIntervals() {}

  static FigureJson figure(List<TeacherRow> teachers, List<TeacherPair> tied) {
    List<Trace> traces = new ArrayList<>();
    List<TeacherPair> drawn = new ArrayList<>();
    List<String> names = teachers.stream().map(TeacherRow::teacher).toList();
    for (TeacherPair pair : tied) {
      int first = names.indexOf(pair.first());
      int second = names.indexOf(pair.second());
      if (first >= 0 && second >= 0) {
        drawn.add(pair);
        traces.add(band(teachers, first, second));
      }
    }
    for (int row = 0; row < teachers.size(); row++) {
      traces.add(interval(teachers.get(row), row));
      traces.add(point(teachers.get(row), row));
    }
    FigureJson figure =
        FigureJson.of(
            new Figure(
                FigureLayouts.of("Teachers by RSR, 95 % intervals", "RSR (lower suits better)", ""),
                traces.toArray(new Trace[0])));
    FigureLayouts.rows(figure, names);
    FigureLayouts.spanX(
        figure,
        teachers.stream().mapToDouble(row -> Math.min(row.rsr(), row.rsrLow())).min().orElseThrow(),
        teachers.stream()
            .mapToDouble(row -> Math.max(row.rsr(), row.rsrHigh()))
            .max()
            .orElseThrow());
    describe(figure, teachers, drawn);
    return figure;
  }

  private static Trace band(List<TeacherRow> teachers, int first, int second) {
    double[] x = {teachers.get(first).rsr(), teachers.get(second).rsr()};
    return ScatterTrace.builder(x, new double[] {-first, -second})
        .mode(ScatterTrace.Mode.LINE)
        .line(Line.builder().color("rgba(128,128,128,0.35)").width(9).build())
        .build();
  }

  private static Trace interval(TeacherRow teacher, int row) {
    double[] x = {Shown.rounded(teacher.rsrLow()), Shown.rounded(teacher.rsrHigh())};
    return ScatterTrace.builder(x, new double[] {-row, -row})
        .mode(ScatterTrace.Mode.LINE)
        .line(Line.builder().color(Palette.colour(row)).width(2.5).build())
        .build();
  }

  private static Trace point(TeacherRow teacher, int row) {
    return ScatterTrace.builder(new double[] {Shown.rounded(teacher.rsr())}, new double[] {-row})
        .mode(ScatterTrace.Mode.MARKERS)
        .marker(
            Marker.builder()
                .color(Palette.colour(row))
                .symbol(Palette.symbol(row))
                .size(11)
                .build())
        .build();
  }

  private static void describe(
      FigureJson figure, List<TeacherRow> teachers, List<TeacherPair> drawn) {
    int trace = 0;
    for (TeacherPair pair : drawn) {
      hover(
          figure.trace(trace++),
          FigureLayouts.name(pair.first())
              + " and "
              + FigureLayouts.name(pair.second())
              + " cannot be told apart");
    }
    for (TeacherRow row : teachers) {
      String words =
          "<b>%s</b><br>RSR %s, interval %s … %s<br>%s trajectories, %s tokens"
              .formatted(
                  FigureLayouts.name(row.teacher()),
                  Shown.number(row.rsr()),
                  Shown.number(row.rsrLow()),
                  Shown.number(row.rsrHigh()),
                  Shown.count(row.trajectories()),
                  Shown.count(row.tokens()));
      hover(figure.trace(trace++), words);
      hover(figure.trace(trace++), words);
    }
  }

  private static void hover(ObjectNode trace, String words) {
    trace.put("hoverinfo", "text").put("hovertext", words);
  }
}
