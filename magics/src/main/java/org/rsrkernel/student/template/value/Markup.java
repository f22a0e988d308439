package org.rsrkernel.student.template.value;

/** A {@code str} that {@code safe} or {@code escape} marked: text added to it is HTML-escaped. */
public record Markup(String text) {

  /** HTML-escapes a value, unless it is marked already. */
  public static String escape(Object value, Budget budget) {
    if (value instanceof Markup markup) {
      return markup.text();
    }
    String text = Display.str(value, budget);
    budget.allocate(5L * text.length());
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&#39;")
        .replace("\"", "&#34;");
  }
}
