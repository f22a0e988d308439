package org.rsrkernel.view.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rsrkernel.view.figure.FigureJson;
import org.rsrkernel.view.html.Palette;
import org.rsrkernel.view.html.Shown;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** A metric's distribution for each teacher, ridge below ridge, with its median. */
final class DistributionRidges {

  private static final double HEIGHT = 0.85;

  private DistributionRidges() {}

  /**
   * @param values at least one finite value a teacher
   */
  static FigureJson figure(String metric, Map<String, double[]> values) {
    List<Trace> traces = new ArrayList<>();
    int row = 0;
    for (double[] ofTeacher : values.values()) {
      traces.add(ridge(Density.of(ofTeacher), row));
      traces.add(median(Density.median(ofTeacher), row));
      row++;
    }
    Axis x = Axis.builder().build();
    FigureJson figure =
        FigureJson.of(
            new Figure(
                FigureLayouts.of("", x, Axis.builder().build()), traces.toArray(new Trace[0])));
    String shown = FigureLayouts.name(metric);
    figure.layout().putObject("title").put("text", "Distribution of " + shown + " by teacher");
    figure.layout().withObject("/xaxis").putObject("title").put("text", shown);
    FigureLayouts.rows(figure, List.copyOf(values.keySet()));
    int trace = 0;
    for (Map.Entry<String, double[]> teacher : values.entrySet()) {
      figure.trace(trace++).put("hoverinfo", "skip");
      figure
          .trace(trace++)
          .put("hoverinfo", "text")
          .put(
              "hovertext",
              "<b>%s</b><br>median %s of %s trajectories"
                  .formatted(
                      FigureLayouts.name(teacher.getKey()),
                      Shown.number(Density.median(teacher.getValue())),
                      Shown.count(teacher.getValue().length)));
    }
    return figure;
  }

  private static Trace ridge(Density density, int row) {
    int places = density.places().length;
    double[] x = new double[places + 2];
    double[] y = new double[places + 2];
    for (int i = 0; i < places; i++) {
      x[i + 1] = Shown.rounded(density.places()[i]);
      y[i + 1] = Math.round(1000 * (HEIGHT * density.heights()[i] - row)) / 1000.0;
    }
    x[0] = x[1];
    x[places + 1] = x[places];
    y[0] = -row;
    y[places + 1] = -row;
    return ScatterTrace.builder(x, y)
        .mode(ScatterTrace.Mode.LINE)
        .fill(ScatterTrace.Fill.TO_SELF)
        .fillColor(Palette.colour(row, 0.35))
        .line(Line.builder().color(Palette.colour(row)).width(1.5).build())
        .build();
  }

  private static Trace median(double median, int row) {
    return ScatterTrace.builder(new double[] {Shown.rounded(median)}, new double[] {-row})
        .mode(ScatterTrace.Mode.MARKERS)
        .marker(
            Marker.builder().color(Palette.colour(row)).symbol(Palette.symbol(row)).size(9).build())
        .build();
  }
}
