package org.rsrkernel.view.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.rsrkernel.view.figure.FigureJson;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Palette;
import org.rsrkernel.view.html.Shown;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Margin;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Trajectories as points, mean rank against mean surprisal. A line through the origin joins points
 * of equal RSR: the flatter, the better for the student.
 */
final class RankSurprisalMap {

  private static final String HOVER =
      "<b>%{customdata[0]}</b> · %{fullData.name}<br>RSR %{customdata[1]} · rank %{y} · "
          + "surprisal %{x} nats<br>%{customdata[2]} tokens%{customdata[3]}<extra></extra>";
  private static final int LABEL_LENGTH = 90;

  private RankSurprisalMap() {}

  /**
   * The figure of points that are all drawable; at least one.
   *
   * @param place where a point's tokens are among the embedded ones, or -1
   */
  static FigureJson figure(
      List<MapPoint> points, String title, MapLabels labels, ToIntFunction<MapPoint> place) {
    Map<String, List<MapPoint>> teachers = byTeacher(points);
    List<EqualRsrLine> lines = EqualRsrLine.across(points);
    List<Trace> traces = new ArrayList<>();
    lines.forEach(line -> traces.add(line.trace()));
    int index = 0;
    for (List<MapPoint> ofTeacher : teachers.values()) {
      traces.add(trace(ofTeacher, index++));
    }
    FigureJson figure = FigureJson.of(new Figure(layout(title), traces.toArray(new Trace[0])));
    lines.forEach(line -> line.label(figure));
    int at = 0;
    while (at < lines.size()) {
      figure.trace(at++).put("hoverinfo", "skip");
    }
    for (Map.Entry<String, List<MapPoint>> teacher : teachers.entrySet()) {
      describe(figure.trace(at++), teacher.getKey(), teacher.getValue(), labels, place);
    }
    return figure;
  }

  /** Teachers in order of appearance. */
  static Map<String, List<MapPoint>> byTeacher(List<MapPoint> points) {
    Map<String, List<MapPoint>> teachers = new LinkedHashMap<>();
    points.forEach(
        point -> teachers.computeIfAbsent(point.teacher(), t -> new ArrayList<>()).add(point));
    return teachers;
  }

  private static Trace trace(List<MapPoint> points, int teacher) {
    double[] surprisals =
        points.stream().mapToDouble(point -> Shown.rounded(point.avgSurprisal())).toArray();
    double[] ranks = points.stream().mapToDouble(point -> Shown.rounded(point.avgRank())).toArray();
    return ScatterTrace.builder(surprisals, ranks)
        .mode(ScatterTrace.Mode.MARKERS)
        .marker(
            Marker.builder()
                .color(Palette.colour(teacher))
                .symbol(Palette.symbol(teacher))
                .size(8)
                .opacity(0.75)
                .build())
        .build();
  }

  private static Layout layout(String title) {
    return Layout.builder()
        .title(title)
        .xAxis(Axis.builder().title("mean surprisal (nats)").build())
        .yAxis(Axis.builder().title("mean rank (clipped)").build())
        .hoverMode(Layout.HoverMode.CLOSEST)
        .margin(Margin.builder().top(48).bottom(48).left(56).right(16).build())
        .showLegend(true)
        .build();
  }

  /** Names and hover texts go in as JSON: Tablesaw's templates are not made for untrusted text. */
  private static void describe(
      ObjectNode trace,
      String teacher,
      List<MapPoint> points,
      MapLabels labels,
      ToIntFunction<MapPoint> place) {
    trace.put("name", FigureLayouts.name(teacher)).put("meta", teacher);
    trace.put("hovertemplate", HOVER);
    ArrayNode rows = trace.putArray("customdata");
    for (MapPoint point : points) {
      rows.addArray()
          .add(Escaped.plotly(Escaped.shortened(point.id(), LABEL_LENGTH)))
          .add(Shown.number(point.rsr()))
          .add(point.tokens())
          .add(labels.indexOf(point))
          .add(place.applyAsInt(point));
    }
  }
}
