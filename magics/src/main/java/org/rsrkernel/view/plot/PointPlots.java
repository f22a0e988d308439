package org.rsrkernel.view.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.rsrkernel.view.figure.FigureJson;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Palette;
import org.rsrkernel.view.html.Shown;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** Two numbers of each thing as a point: agreement and correlation. */
final class PointPlots {

  private PointPlots() {}

  /**
   * Trajectories by two figures of each; where both are on one scale, with its diagonal.
   *
   * @param title a line of words
   */
  static FigureJson agreement(
      List<AgreementPoint> points, String first, String second, boolean oneScale, String title) {
    Map<String, List<AgreementPoint>> teachers = new LinkedHashMap<>();
    points.forEach(
        point -> teachers.computeIfAbsent(point.teacher(), t -> new ArrayList<>()).add(point));
    List<Trace> traces = new ArrayList<>();
    if (oneScale) {
      traces.add(diagonal(points));
    }
    int index = 0;
    for (List<AgreementPoint> ofTeacher : teachers.values()) {
      double[] x = ofTeacher.stream().mapToDouble(p -> Shown.rounded(p.first())).toArray();
      double[] y = ofTeacher.stream().mapToDouble(p -> Shown.rounded(p.second())).toArray();
      traces.add(markers(x, y, index++, 7));
    }
    FigureJson figure =
        FigureJson.of(
            new Figure(FigureLayouts.of("Agreement", "", ""), traces.toArray(new Trace[0])));
    axes(figure, first, second);
    figure.layout().putObject("title").put("text", Escaped.plotly(title));
    int trace = 0;
    if (oneScale) {
      figure.trace(trace++).put("hoverinfo", "skip");
    }
    for (Map.Entry<String, List<AgreementPoint>> teacher : teachers.entrySet()) {
      ObjectNode described = figure.trace(trace++);
      described.put("name", FigureLayouts.name(teacher.getKey()));
      described.put(
          "hovertemplate",
          "<b>%{customdata}</b> · %{fullData.name}<br>%{x} and %{y}<extra></extra>");
      ArrayNode ids = described.putArray("customdata");
      teacher.getValue().forEach(point -> ids.add(FigureLayouts.name(point.id())));
    }
    return figure;
  }

  /** Teachers with their names beside them. */
  static FigureJson correlation(List<CorrelationPoint> points, String metric, String coefficient) {
    List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      CorrelationPoint point = points.get(i);
      double[] x = {Shown.rounded(point.metric())};
      traces.add(markers(x, new double[] {Shown.rounded(point.accuracy())}, i, 11));
    }
    FigureJson figure =
        FigureJson.of(
            new Figure(FigureLayouts.of("Correlation", "", ""), traces.toArray(new Trace[0])));
    axes(figure, metric, "accuracy after training");
    figure.layout().putObject("title").put("text", Escaped.plotly(coefficient));
    figure.layout().put("showlegend", false);
    for (int i = 0; i < points.size(); i++) {
      CorrelationPoint point = points.get(i);
      String name = FigureLayouts.name(point.teacher());
      String without =
          Double.isNaN(point.withoutIt())
              ? ""
              : "<br>without it: " + Shown.number(point.withoutIt());
      figure
          .trace(i)
          .put("name", name)
          .put(
              "hovertemplate",
              "<b>"
                  + name.replace("%{", "% {")
                  + "</b><br>%{x} and %{y}"
                  + without
                  + "<extra></extra>");
      String label =
          Double.isNaN(point.withoutIt())
              ? name
              : "%s (%s without it)".formatted(name, Shown.number(point.withoutIt()));
      note(figure, point.metric(), point.accuracy(), label);
    }
    return figure;
  }

  private static Trace markers(double[] x, double[] y, int index, int size) {
    return ScatterTrace.builder(x, y)
        .mode(ScatterTrace.Mode.MARKERS)
        .marker(
            Marker.builder()
                .color(Palette.colour(index))
                .symbol(Palette.symbol(index))
                .size(size)
                .opacity(0.8)
                .build())
        .build();
  }

  private static Trace diagonal(List<AgreementPoint> points) {
    double[] values =
        points.stream().flatMapToDouble(p -> DoubleStream.of(p.first(), p.second())).toArray();
    DoubleSummaryStatistics extent = DoubleStream.of(values).summaryStatistics();
    double[] ends = {extent.getMin(), extent.getMax()};
    return ScatterTrace.builder(ends, ends)
        .mode(ScatterTrace.Mode.LINE)
        .line(Line.builder().color("rgba(128,128,128,0.6)").width(1).dash(Line.Dash.DOT).build())
        .showLegend(false)
        .build();
  }

  private static void axes(FigureJson figure, String x, String y) {
    figure.layout().withObject("/xaxis").putObject("title").put("text", FigureLayouts.name(x));
    figure.layout().withObject("/yaxis").putObject("title").put("text", FigureLayouts.name(y));
  }

  private static void note(FigureJson figure, double x, double y, String text) {
    ObjectNode note = figure.layout().withArray("annotations").addObject();
    note.put("x", Shown.rounded(x)).put("y", Shown.rounded(y)).put("text", text);
    note.put("showarrow", false).put("yanchor", "bottom").put("yshift", 6);
    note.putObject("font").put("size", 11);
  }
}
