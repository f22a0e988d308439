package org.rsrkernel.view.card;

import java.util.Map;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Fragment;

/** Shows facts by name: a student's card, a load report, the doctor's findings. */
public final class CardView {

  private CardView() {}

  /**
   * The card.
   *
   * @param facts what is known, by name, in the map's order
   */
  public static Rendering of(String title, Map<String, String> facts) {
    StringBuilder rows = new StringBuilder();
    StringBuilder text = new StringBuilder(title);
    int width = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
    facts.forEach(
        (name, fact) -> {
          rows.append("<tr><th scope=\"row\" style=\"text-align:left\">")
              .append(Escaped.html(name));
          rows.append("</th><td dir=\"auto\" style=\"text-align:left\">")
              .append(Escaped.html(fact));
          rows.append("</td></tr>\n");
          text.append("\n  ")
              .append(name)
              .append(" ".repeat(width - name.length() + 2))
              .append(fact);
        });
    String html =
        new Fragment("group", title)
            .style("table.css")
            .body(
                "<table class=\"rsr-table\"><caption><strong>%s</strong></caption><tbody>\n%s</tbody></table>"
                    .formatted(Escaped.html(title), rows))
            .toHtml();
    return Rendering.of(html, text.toString());
  }
}
