package org.rsrkernel.view.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.figure.FigureJson;
import org.rsrkernel.view.figure.FigurePicture;
import org.rsrkernel.view.figure.FigureView;
import org.rsrkernel.view.heatmap.EmbeddedTokens;
import org.rsrkernel.view.heatmap.TokenHeatMap;
import org.rsrkernel.view.heatmap.TokenLookup;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.KernelLine;
import org.rsrkernel.view.html.Shown;

/**
 * The map with what lies behind its points: a click opens a trajectory's tokens, a brushed area
 * lists its trajectories. Works without the kernel for the trajectories that fit into the page.
 */
final class MapView {

  /** Packed bytes of tokens in a page: some 6,000 tokens, so that 600 points stay below 150 KB. */
  static final int TOKEN_BYTES = 27_000;

  private final List<MapPoint> points;
  private final int total;
  private final Map<MapPoint, Integer> places = new IdentityHashMap<>();
  private final EmbeddedTokens tokens = new EmbeddedTokens(TOKEN_BYTES);

  private MapView(List<MapPoint> points, int total) {
    this.points = points;
    this.total = total;
  }

  /**
   * @param total trajectories the points were thinned from
   */
  static Rendering of(List<MapPoint> points, int total, TokenLookup lookup, KernelLine kernel) {
    MapView view = new MapView(points, total);
    view.embed(lookup);
    return view.render(view.settings(lookup, kernel));
  }

  /** From all over the map: every 16th point first, then those between. */
  private void embed(TokenLookup lookup) {
    for (int stride = 16, first = 0; first < stride; first++) {
      for (int i = first; i < points.size(); i += stride) {
        MapPoint point = points.get(i);
        lookup
            .find(point.id(), point.teacher())
            .map(tokens::add)
            .filter(place -> place >= 0)
            .ifPresent(place -> places.put(point, place));
      }
    }
  }

  /** Points have numbers in the order of the figure's traces: teacher after teacher. */
  private ObjectNode settings(TokenLookup lookup, KernelLine kernel) {
    List<MapPoint> numbered =
        RankSurprisalMap.byTeacher(points).values().stream().flatMap(List::stream).toList();
    ObjectNode settings = EmbeddedTokens.settings();
    kernel
        .open(
            number -> {
              MapPoint point = numbered.get(number);
              return lookup.findWhole(point.id(), point.teacher()).map(TokenHeatMap::json);
            })
        .ifPresent(address -> settings.set("kernel", address));
    return settings;
  }

  private Rendering render(ObjectNode settings) {
    Set<String> teachers = RankSurprisalMap.byTeacher(points).keySet();
    MapLabels labels = new MapLabels(points);
    String title = "Rank against surprisal, " + Thinning.words(points.size(), total);
    FigureJson figure =
        RankSurprisalMap.figure(points, title, labels, point -> places.getOrDefault(point, -1));
    String text =
        "%s of %d teachers: %s".formatted(title, teachers.size(), String.join(", ", teachers));
    byte[] png = FigurePicture.png(figure);
    String html =
        FigureView.fragment(figure, png, text, text)
            .style("tokens.css")
            .style("table.css")
            .body("<p class=\"rsr-note rsr-map-note\">" + Escaped.html(note()) + "</p>")
            .body("<div class=\"rsr-panel\"></div>")
            .body(tokens.count() > 0 ? tokens.html() : "")
            .data("labels", labels.toJson())
            .data("settings", settings)
            .script("tokens-scale.js")
            .script("tokens-blocks.js")
            .script("tokens.js")
            .script("kernel.js")
            .script("map.js")
            .start("startMap")
            .toHtml();
    return new Rendering(html, png, text);
  }

  private String note() {
    return tokens.count() == 0
        ? "Flatter lines suit the student better."
        : "Flatter lines suit the student better. Tokens of %s of %s trajectories are in this page."
            .formatted(Shown.count(tokens.count()), Shown.count(points.size()));
  }
}
