package org.rsrkernel.view.heatmap;

import java.util.List;
import org.rsrkernel.student.CharSpan;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.html.Escaped;

/** Shows the very text a student reads, what is scored of it marked. */
public final class RenderedTextView {

  private RenderedTextView() {}

  /**
   * @param responses what is scored, ascending
   */
  public static Rendering of(String text, List<CharSpan> responses) {
    StringBuilder html = new StringBuilder("<pre style=\"white-space:pre-wrap\" dir=\"auto\">");
    StringBuilder plain = new StringBuilder();
    int shown = 0;
    for (CharSpan response : responses) {
      String before = text.substring(shown, response.start());
      String scored = text.substring(response.start(), response.end());
      html.append(Escaped.html(before))
          .append("<mark title=\"scored\">")
          .append(Escaped.html(scored))
          .append("</mark>");
      plain.append(before).append("⟦").append(scored).append("⟧");
      shown = response.end();
    }
    html.append(Escaped.html(text.substring(shown))).append("</pre>");
    plain.append(text.substring(shown));
    return Rendering.of(html.toString(), plain.toString());
  }
}
