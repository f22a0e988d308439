package org.rsrkernel.kernel.display;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Base64;
import java.util.Optional;

/** What a value is as a type that somebody asks for by name, where no renderer says it. */
final class NamedType {
  private static final Gson JSON =
      new GsonBuilder().serializeNulls().serializeSpecialFloatingPointValues().create();

  private NamedType() {}

  /**
   * The data of a type. A string is taken to be of the type already.
   *
   * @return empty where the value cannot be shown so
   */
  static Optional<Object> of(Object value, String mimeType) {
    if (mimeType.endsWith("json")) {
      return Optional.of(json(value));
    }
    if (value instanceof byte[] bytes && !mimeType.startsWith("text/")) {
      return Optional.of(Base64.getEncoder().encodeToString(bytes));
    }
    if (value instanceof CharSequence text) {
      return Optional.of(text.toString());
    }
    if (mimeType.equals("text/html")) {
      String table = HtmlTable.of(value);
      return Optional.of(
          table == null ? "<pre>" + HtmlTable.escape(PlainText.of(value)) + "</pre>" : table);
    }
    return mimeType.startsWith("text/") ? Optional.of(PlainText.of(value)) : Optional.empty();
  }

  /** A value as JSON: text is parsed, records become objects of their components. */
  static JsonElement json(Object value) {
    try {
      return value instanceof CharSequence text
          ? JsonParser.parseString(text.toString())
          : JSON.toJsonTree(value);
    } catch (JsonParseException e) {
      throw new IllegalArgumentException("this cannot be shown as JSON: " + e.getMessage(), e);
    }
  }
}
