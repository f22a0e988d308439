package org.rsrkernel.student.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.trajectory.Message;

/** Messages with known text, to see what a template writes around it. */
final class ProbeMessages {

  /** Texts that no template looks for, different from one another at both ends. */
  static final List<String> TEXTS = List.of("Qfirst7probeJ", "Wother5probeK");

  private static final List<String> TOOL_CALLS = List.of("tool_calls", "function_call");

  private ProbeMessages() {}

  /** A message whose content is text, or a list with one part of text. */
  static Message of(String role, String text, boolean inParts) {
    if (!inParts) {
      return Message.of(role, text);
    }
    return new Message(Map.of("role", role, "content", List.of(part(text))));
  }

  /** The message with other words: content and reasoning exchanged for the text, no tool calls. */
  static Message reworded(Message message, String text) {
    Map<String, Object> fields = otherWords(message, text);
    TOOL_CALLS.forEach(fields::remove);
    return new Message(fields);
  }

  /** The message with other words, and as many calls of other tools. */
  static Message rewordedWithToolCalls(Message message, String text) {
    Map<String, Object> fields = otherWords(message, text);
    TOOL_CALLS.forEach(
        field -> fields.computeIfPresent(field, (name, calls) -> renamed(calls, text)));
    return new Message(fields);
  }

  private static Map<String, Object> otherWords(Message message, String text) {
    Map<String, Object> fields = new LinkedHashMap<>(message.fields());
    fields.put("content", fields.get("content") instanceof List<?> ? List.of(part(text)) : text);
    for (String field : PreparedMessages.REASONING_FIELDS) {
      if (fields.get(field) != null) {
        fields.put(field, text);
      }
    }
    return fields;
  }

  /** The value with another function name wherever one stands. */
  private static Object renamed(Object value, String name) {
    if (value instanceof List<?> list) {
      return list.stream().map(element -> renamed(element, name)).toList();
    }
    if (!(value instanceof Map<?, ?> call)) {
      return value;
    }
    Map<String, Object> renamed = new LinkedHashMap<>();
    call.forEach(
        (key, field) -> {
          Object other = key.equals("function") ? renamed(field, name) : field;
          renamed.put((String) key, key.equals("name") ? name : other);
        });
    return renamed;
  }

  static boolean hasToolCalls(Message message) {
    return TOOL_CALLS.stream().anyMatch(field -> message.fields().get(field) != null);
  }

  private static Map<String, Object> part(String text) {
    return Map.of("type", "text", "text", text);
  }
}
