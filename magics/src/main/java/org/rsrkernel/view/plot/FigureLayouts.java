package org.rsrkernel.view.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.rsrkernel.view.figure.FigureJson;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Shown;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Margin;

/** What the plots' layouts have in common. */
final class FigureLayouts {

  private static final int NAME_LENGTH = 30;

  private FigureLayouts() {}

  static Layout of(String title, String x, String y) {
    return of(title, Axis.builder().title(x).build(), Axis.builder().title(y).build());
  }

  static Layout of(String title, Axis x, Axis y) {
    return Layout.builder()
        .title(title)
        .xAxis(x)
        .yAxis(y)
        .margin(Margin.builder().top(48).bottom(48).left(56).right(16).build())
        .showLegend(true)
        .build();
  }

  /**
   * One row a name on the y axis, the first on top at 0, the next at -1. The names go in as JSON:
   * Tablesaw's templates are not made for untrusted text.
   */
  static void rows(FigureJson figure, List<String> names) {
    ObjectNode axis = figure.layout().withObject("/yaxis");
    ArrayNode values = axis.putArray("tickvals");
    ArrayNode words = axis.putArray("ticktext");
    for (int row = 0; row < names.size(); row++) {
      values.add(-row);
      words.add(name(names.get(row)));
    }
    axis.put("tickmode", "array").put("zeroline", false);
    axis.putArray("range").add(0.6 - names.size()).add(0.9);
    figure.layout().put("height", Math.max(240, 120 + 42 * names.size())).put("showlegend", false);
  }

  /** Sets what the x axis spans, with a little room at both ends. */
  static void spanX(FigureJson figure, double low, double high) {
    double room = 0.04 * (high - low);
    if (room > 0) {
      ArrayNode range = figure.layout().withObject("/xaxis").putArray("range");
      range.add(Shown.rounded(low - room)).add(Shown.rounded(high + room));
    }
  }

  /** A teacher's or trajectory's name as plotly.js shows it. */
  static String name(String name) {
    return Escaped.plotly(Escaped.shortened(name, NAME_LENGTH));
  }
}
