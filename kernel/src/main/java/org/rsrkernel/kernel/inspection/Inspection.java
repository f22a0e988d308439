package org.rsrkernel.kernel.inspection;

/**
 * What is known of the name at the cursor.
 *
 * @param text as plain text
 * @param html the same with formatting
 */
public record Inspection(String text, String html) {

  static Inspection ofHtml(String html) {
    return new Inspection(HtmlToText.of(html), html);
  }
}
