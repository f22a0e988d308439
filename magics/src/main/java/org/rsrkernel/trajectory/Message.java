package org.rsrkernel.trajectory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One message of a conversation with every field that its row carried, since chat templates read
 * more of them than role and content.
 *
 * @param fields JSON values as Java sees them: {@code String}, {@code Long}, {@code
 *     java.math.BigInteger}, {@code Double}, {@code Boolean}, {@code null}, {@code List}, {@code
 *     Map<String, Object>}; order kept; copied deeply, unmodifiable
 */
public record Message(Map<String, Object> fields) {

  public Message {
    fields = copyOf(Objects.requireNonNull(fields, "fields"));
  }

  /** A message of plain text. */
  public static Message of(String role, String content) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("role", role);
    fields.put("content", content);
    return new Message(fields);
  }

  /** The role, such as {@code user} or {@code assistant}; empty if the row had none. */
  public String role() {
    return fields.get("role") instanceof String role ? role : "";
  }

  /** The content's text: the string itself, or the text parts of a list of parts, joined. */
  public String text() {
    Object content = fields.get("content");
    if (content instanceof String text) {
      return text;
    }
    if (!(content instanceof List<?> parts)) {
      return "";
    }
    StringBuilder joined = new StringBuilder();
    for (Object part : parts) {
      if (part instanceof String text) {
        joined.append(text);
      } else if (part instanceof Map<?, ?> typed && typed.get("text") instanceof String text) {
        joined.append(text);
      }
    }
    return joined.toString();
  }

  private static Map<String, Object> copyOf(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put((String) key, copyOf(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static Object copyOf(Object value) {
    if (value instanceof Map<?, ?> map) {
      return copyOf(map);
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(element -> copy.add(copyOf(element)));
      return Collections.unmodifiableList(copy);
    }
    return value;
  }
}
