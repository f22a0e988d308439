package org.rsrkernel.view.figure;

import java.util.Base64;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Fragment;
import tech.tablesaw.plotly.components.Figure;

/** Shows figures. */
public final class FigureView {

  private FigureView() {}

  /** A figure that a user built. */
  public static Rendering of(Figure figure) {
    FigureJson json = FigureJson.of(figure);
    String title = json.title().isEmpty() ? "Figure" : json.title();
    return of(json, title, title + " (" + json.data().size() + " traces; shown as a plot in HTML)");
  }

  /**
   * A figure with its words.
   *
   * @param label what a screen reader says
   * @param text what a terminal shows instead
   */
  public static Rendering of(FigureJson figure, String label, String text) {
    byte[] png = FigurePicture.png(figure);
    Fragment fragment = fragment(figure, png, label, text).start("startFigure");
    return new Rendering(fragment.toHtml(), png, text);
  }

  /** The same output under a line of words. */
  public static Rendering noted(Rendering rendering, String note) {
    return new Rendering(
        "<p>" + Escaped.html(note) + "</p>" + rendering.html(),
        rendering.png(),
        note + "\n" + rendering.text());
  }

  /** The same output, carrying plotly.js for all figures of its page. */
  public static Rendering standalone(Rendering rendering, PlotlyLibrary library) {
    return new Rendering(library.embedded() + rendering.html(), rendering.png(), rendering.text());
  }

  /** A figure's fragment, to which a view may add more before it names its start function. */
  public static Fragment fragment(FigureJson figure, byte[] png, String label, String text) {
    return new Fragment("figure", label)
        .style("figure.css")
        .body("<div class=\"rsr-plot\">" + fallback(png, label, text) + "</div>")
        .data("figure", figure.toJson())
        .script("figure.js");
  }

  private static String fallback(byte[] png, String label, String text) {
    if (png.length == 0) {
      return "<pre>" + Escaped.html(text) + "</pre>";
    }
    return "<img alt=\"%s\" src=\"data:image/png;base64,%s\">"
        .formatted(Escaped.html(label), Base64.getEncoder().encodeToString(png));
  }
}
