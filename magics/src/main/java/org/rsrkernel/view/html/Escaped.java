package org.rsrkernel.view.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** Untrusted text made fit for the place it goes to. */
public final class Escaped {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Escaped() {}

  /** Text as HTML, for elements and for attributes in double quotes. */
  public static String html(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        case '\0' -> html.append('\uFFFD'); // HTML has no way to write it
        default -> html.append(c);
      }
    }
    return html.toString();
  }

  /** JSON that may stand inside a {@code <script>} element. */
  public static String json(JsonNode node) {
    try {
      return JSON.writeValueAsString(node)
          .replace("<", "\\u003c")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree of JSON nodes could not be written", e);
    }
  }

  /** Text as plotly.js reads it: entities and a few tags mean something there. */
  public static String plotly(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** At most {@code length} UTF-16 units of the text, cut between characters and marked with …. */
  public static String shortened(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
    return text.substring(0, end) + "…";
  }
}
