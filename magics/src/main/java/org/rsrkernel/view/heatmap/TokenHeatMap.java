package org.rsrkernel.view.heatmap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Fragment;

/** A trajectory's response coloured token by token. */
public final class TokenHeatMap {

  /** Tokens that stand in the page as elements, if there are no more than these. */
  static final int ELEMENTS = 2_000;

  /** Tokens of a longer trajectory that do. */
  static final int BEGINNING = 500;

  private TokenHeatMap() {}

  /** One trajectory, at first in {@code mode}. */
  public static Rendering of(TokenView view, HeatMapMode mode) {
    String summary = view.summary();
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("mode", mode.option());
    data.set("scale", TokenScale.toJson());
    data.putArray("views").add(TokenJson.of(view));
    String html =
        fragment(summary)
            .body(StaticTokens.html(view, mode))
            .data("tokens", data)
            .start("startTokens")
            .toHtml();
    return new Rendering(html, HeatMapPicture.png(view), summary + "\n" + worst(view));
  }

  private static Fragment fragment(String label) {
    return new Fragment("figure", "Token heat map: " + label)
        .style("tokens.css")
        .script("tokens-scale.js")
        .script("tokens-blocks.js")
        .script("tokens.js");
  }

  /** For terminals: the response's most surprising tokens. */
  private static String worst(TokenView view) {
    List<TokenCell> worst =
        view.cells().stream()
            .filter(TokenCell::scored)
            .sorted((a, b) -> Double.compare(b.surprisal(), a.surprisal()))
            .limit(10)
            .toList();
    StringBuilder text = new StringBuilder("Most surprising tokens:");
    worst.forEach(
        cell ->
            text.append("\n  ")
                .append(StaticTokens.title(Escaped.shortened(cell.text(), 40), cell)));
    return text.toString();
  }
}
