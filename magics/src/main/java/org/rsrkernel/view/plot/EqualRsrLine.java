package org.rsrkernel.view.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.view.figure.FigureJson;
import org.rsrkernel.view.html.Shown;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Points of one RSR on the map: a piece of a line through the origin.
 *
 * @param rsr ranks per nat, the line's slope
 * @param from mean surprisal where it begins, nats
 * @param to mean surprisal where it ends
 */
record EqualRsrLine(double rsr, double from, double to) {

  private static final int WANTED = 4;

  /** A few lines with round figures, as far as the cloud of points reaches. */
  static List<EqualRsrLine> across(List<MapPoint> points) {
    double[] ratios =
        points.stream()
            .filter(point -> point.avgSurprisal() > 0)
            .mapToDouble(point -> point.avgRank() / point.avgSurprisal())
            .sorted()
            .toArray();
    if (ratios.length == 0) {
      return List.of();
    }
    Extent surprisals = Extent.of(points.stream().mapToDouble(MapPoint::avgSurprisal).toArray());
    Extent ranks = Extent.of(points.stream().mapToDouble(MapPoint::avgRank).toArray());
    double low = ratios[ratios.length / 20];
    double high = ratios[ratios.length - 1 - ratios.length / 20];
    double step = roundStep((high - low) / WANTED);
    List<EqualRsrLine> lines = new ArrayList<>();
    for (int multiple = (int) Math.ceil(low / step); multiple * step <= high; multiple++) {
      double rsr = multiple * step;
      double from = Math.max(surprisals.low(), ranks.low() / rsr);
      double to = Math.min(surprisals.high(), ranks.high() / rsr);
      if (from < to) {
        lines.add(new EqualRsrLine(rsr, from, to));
      }
    }
    return lines;
  }

  /** 1, 2 or 5 times a power of ten, at least a hundredth. */
  private static double roundStep(double wanted) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(wanted, 0.01))));
    double lead = wanted / power;
    return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
  }

  /** The line, without a place in the legend. */
  Trace trace() {
    double[] x = {Shown.rounded(from), Shown.rounded(to)};
    return ScatterTrace.builder(x, new double[] {x[0] * rsr, x[1] * rsr})
        .mode(ScatterTrace.Mode.LINE)
        .line(Line.builder().color("rgba(128,128,128,0.6)").width(1).dash(Line.Dash.DOT).build())
        .showLegend(false)
        .build();
  }

  /** Writes the line's RSR at its upper end. */
  void label(FigureJson figure) {
    ObjectNode note = figure.layout().withArray("annotations").addObject();
    note.put("x", Shown.rounded(to)).put("y", Shown.rounded(to * rsr));
    note.put("text", "RSR " + Shown.tick(rsr));
    note.put("showarrow", false).put("xanchor", "left").put("yanchor", "bottom");
    note.putObject("font").put("size", 10);
  }

  /** What values span, and a little more. */
  private record Extent(double low, double high) {

    static Extent of(double[] values) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double value : values) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      double margin = 0.05 * (high - low);
      return new Extent(Math.max(0, low - margin), high + margin);
    }
  }
}
