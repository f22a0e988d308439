package org.rsrkernel.view.heatmap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
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
    return render(List.of(view), data(mode.option(), List.of(TokenJson.of(view))), mode);
  }

  /** Two trajectories beside each other, such as two teachers on one question. */
  public static Rendering sideBySide(TokenView left, TokenView right, HeatMapMode mode) {
    List<ObjectNode> views = List.of(TokenJson.of(left), TokenJson.of(right));
    return render(List.of(left, right), data(mode.option(), views), mode);
  }

  /**
   * One trajectory under two students, coloured by which of them it surprises more. Students that
   * cut the text into other tokens are shown side by side.
   *
   * @param otherStudent the second student's name
   */
  public static Rendering difference(TokenView view, TokenView other, String otherStudent) {
    if (!sameTokens(view.cells(), other.cells())) {
      return sideBySide(view, other, HeatMapMode.SURPRISAL);
    }
    ObjectNode json = TokenJson.of(view);
    ObjectNode second = TokenJson.of(other);
    second.remove(List.of("text", "alternatives"));
    json.set("other", second.put("name", otherStudent));
    return render(List.of(view), data("difference", List.of(json)), HeatMapMode.SURPRISAL);
  }

  /** A trajectory as a page that shows heat maps already takes it. */
  public static String json(TokenView view) {
    return TokenJson.of(view).toString();
  }

  private static boolean sameTokens(List<TokenCell> cells, List<TokenCell> others) {
    if (cells.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < cells.size(); i++) {
      boolean same =
          cells.get(i).text().equals(others.get(i).text())
              && cells.get(i).scored() == others.get(i).scored();
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static ObjectNode data(String mode, List<ObjectNode> views) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("mode", mode);
    data.set("scale", TokenScale.toJson());
    data.putArray("views").addAll(views);
    return data;
  }

  private static Rendering render(List<TokenView> views, ObjectNode data, HeatMapMode mode) {
    String summary =
        views.stream().map(TokenView::summary).collect(Collectors.joining("; against "));
    StringBuilder elements = new StringBuilder("<div class=\"rsr-tokens\">");
    StringBuilder text = new StringBuilder();
    for (TokenView view : views) {
      elements.append(StaticTokens.html(view, mode));
      text.append(text.isEmpty() ? "" : "\n").append(view.summary()).append('\n');
      text.append(worst(view));
    }
    Fragment fragment = fragment(summary).body(elements.append("</div>").toString());
    boolean isLong = views.stream().anyMatch(view -> view.cells().size() > ELEMENTS);
    String html =
        (isLong ? fragment.packedData("packed-tokens", data) : fragment.data("tokens", data))
            .start("startTokens")
            .toHtml();
    return new Rendering(html, HeatMapPicture.png(views.get(0)), text.toString());
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
