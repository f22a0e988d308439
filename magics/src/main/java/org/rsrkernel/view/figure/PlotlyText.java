package org.rsrkernel.view.figure;

import java.util.regex.Pattern;
import org.unbescape.html.HtmlEscape;

/** Text in plotly.js's small language of tags and entities. */
final class PlotlyText {

  private static final Pattern BREAK = Pattern.compile("<br\\s*/?>");
  private static final Pattern TAG = Pattern.compile("</?[a-z][^<>]*>");

  private PlotlyText() {}

  /** What a reader sees, on one line. */
  static String plain(String text) {
    String untagged = TAG.matcher(BREAK.matcher(text).replaceAll(" ")).replaceAll("");
    return HtmlEscape.unescapeHtml(untagged).replaceAll("\\s+", " ");
  }
}
