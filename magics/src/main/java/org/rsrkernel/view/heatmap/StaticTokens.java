package org.rsrkernel.view.heatmap;

import java.util.List;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Shown;

/** The heat map as elements alone: for untrusted notebooks and pages without scripts. */
final class StaticTokens {

  private StaticTokens() {}

  static String html(TokenView view, HeatMapMode mode) {
    List<TokenCell> cells = view.cells();
    int shown = cells.size() <= TokenHeatMap.ELEMENTS ? cells.size() : TokenHeatMap.BEGINNING;
    StringBuilder html = new StringBuilder("<div>");
    html.append("<p>").append(Escaped.html(view.summary())).append("</p>");
    html.append(legend(mode));
    html.append("<pre dir=\"auto\" style=\"white-space:pre-wrap\">");
    for (TokenCell cell : cells.subList(0, shown)) {
      html.append(element(cell, mode, view.clip()));
    }
    html.append("</pre>");
    if (shown < cells.size()) {
      html.append("<p>The first ").append(Shown.count(shown)).append(" of ");
      html.append(Shown.count(cells.size())).append(" tokens; scripts show the rest.</p>");
    }
    return html.append("</div>").toString();
  }

  /** A response token in words. */
  static String title(String text, TokenCell cell) {
    return "‹%s› rank %d · %s nats"
        .formatted(
            TokenText.visible(text).replace("\n", ""), cell.rank(), Shown.number(cell.surprisal()));
  }

  private static String element(TokenCell cell, HeatMapMode mode, int clip) {
    String text = Escaped.html(TokenText.visible(cell.text()));
    if (!cell.scored()) {
      return "<span style=\"opacity:.55\">" + text + "</span>";
    }
    return "<span style=\"%s\" title=\"%s\">%s</span>"
        .formatted(
            TokenScale.style(cell, mode, clip),
            Escaped.html(title(Escaped.shortened(cell.text(), 40), cell)),
            text);
  }

  private static String legend(HeatMapMode mode) {
    if (mode != HeatMapMode.RANK) {
      return "<p>Stronger colour: " + meaning(mode) + ". Faint text: prompt, not scored.</p>";
    }
    StringBuilder legend = new StringBuilder("<p>Rank: ");
    for (int bucket = 0; bucket <= TokenScale.THRESHOLDS.size(); bucket++) {
      boolean last = bucket == TokenScale.THRESHOLDS.size();
      int limit = TokenScale.THRESHOLDS.get(last ? bucket - 1 : bucket);
      legend
          .append("<span style=\"")
          .append(TokenScale.bucketStyle(last ? limit + 1 : limit))
          .append("\">&nbsp;")
          .append(last ? "more than " : bucket == 0 ? "" : "up to ")
          .append(limit)
          .append("&nbsp;</span> ");
    }
    return legend.append("· faint text: prompt, not scored</p>").toString();
  }

  private static String meaning(HeatMapMode mode) {
    return switch (mode) {
      case RANK -> "higher rank";
      case SURPRISAL -> "more surprisal";
      case RSR -> "higher ratio of clipped rank to surprisal";
      case PROBABILITY -> "less probable";
    };
  }
}
