package org.rsrkernel.view.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rsrkernel.view.figure.FigureJson;
import org.rsrkernel.view.html.Palette;
import org.rsrkernel.view.html.Shown;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** A measure along the trajectories, a line and a band a teacher. */
final class CurvePlot {

  private CurvePlot() {}

  static FigureJson figure(
      Map<String, List<ScoredTrajectory>> teachers, CurveMeasure measure, int clip) {
    List<Trace> traces = new ArrayList<>();
    int index = 0;
    for (List<ScoredTrajectory> ofTeacher : teachers.values()) {
      RelativeCurve curve = RelativeCurve.of(ofTeacher, measure, clip);
      if (ofTeacher.size() > 1) {
        traces.add(band(curve, index));
      }
      traces.add(line(curve, index++));
    }
    FigureJson figure =
        FigureJson.of(
            new Figure(
                FigureLayouts.of(
                    "Mean "
                        + measure.words()
                        + " along the response, middle half of trajectories shaded",
                    "share of the response",
                    measure.words()),
                traces.toArray(new Trace[0])));
    FigureLayouts.spanX(figure, 0, 1);
    int trace = 0;
    for (Map.Entry<String, List<ScoredTrajectory>> teacher : teachers.entrySet()) {
      String name = FigureLayouts.name(teacher.getKey());
      if (teacher.getValue().size() > 1) {
        ObjectNode band = figure.trace(trace++);
        band.put("hoverinfo", "skip").put("showlegend", false).put("legendgroup", name);
      }
      figure.trace(trace++).put("name", name).put("legendgroup", name);
    }
    return figure;
  }

  private static Trace line(RelativeCurve curve, int index) {
    return ScatterTrace.builder(curve.places(), rounded(curve.means()))
        .mode(ScatterTrace.Mode.LINE_AND_MARKERS)
        .marker(
            Marker.builder()
                .color(Palette.colour(index))
                .symbol(Palette.symbol(index))
                .size(6)
                .build())
        .line(Line.builder().color(Palette.colour(index)).width(2).build())
        .build();
  }

  /** There along the upper edge, back along the lower. */
  private static Trace band(RelativeCurve curve, int index) {
    int places = curve.places().length;
    double[] x = new double[2 * places];
    double[] y = new double[2 * places];
    for (int i = 0; i < places; i++) {
      x[i] = curve.places()[i];
      y[i] = curve.highs()[i];
      x[2 * places - 1 - i] = curve.places()[i];
      y[2 * places - 1 - i] = curve.lows()[i];
    }
    return ScatterTrace.builder(x, rounded(y))
        .mode(ScatterTrace.Mode.LINE)
        .fill(ScatterTrace.Fill.TO_SELF)
        .fillColor(Palette.colour(index, 0.12))
        .line(Line.builder().color(Palette.colour(index, 0.0)).width(0).build())
        .build();
  }

  private static double[] rounded(double[] values) {
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = Shown.rounded(values[i]);
    }
    return rounded;
  }
}
