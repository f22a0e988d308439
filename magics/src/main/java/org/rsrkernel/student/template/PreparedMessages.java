package org.rsrkernel.student.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rsrkernel.trajectory.Message;

/**
 * Messages as transformers (5.23) hands them to a template: fields that are null are dropped, and
 * reasoning can be read under its usual names whichever one it came by.
 */
final class PreparedMessages {

  /** Where messages carry reasoning; the first is what templates read. */
  static final List<String> REASONING_FIELDS =
      List.of("reasoning_content", "thinking", "reasoning");

  private PreparedMessages() {}

  static List<Map<String, Object>> of(List<Message> messages) {
    return messages.stream().map(PreparedMessages::prepared).toList();
  }

  private static Map<String, Object> prepared(Message message) {
    Map<String, Object> fields = new LinkedHashMap<>(message.fields());
    fields.values().removeIf(Objects::isNull);
    Object reasoning =
        REASONING_FIELDS.stream()
            .map(fields::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (reasoning == null) {
      return fields;
    }
    Map<String, Object> aliased = new LinkedHashMap<>();
    aliased.put("thinking", reasoning);
    aliased.putAll(fields);
    aliased.put("reasoning_content", reasoning);
    return aliased;
  }
}
