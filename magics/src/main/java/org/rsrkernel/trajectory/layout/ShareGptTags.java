package org.rsrkernel.trajectory.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.trajectory.MessageJson;
import org.rsrkernel.trajectory.format.RowValue;

/**
 * What a data set calls the fields and roles of its messages.
 *
 * @param role field that says who speaks
 * @param content field of what is said
 * @param shareGptRoles ShareGPT's roles by the data set's
 */
record ShareGptTags(String role, String content, Map<String, String> shareGptRoles) {

  private static final Map<String, String> ROLES =
      Map.of(
          "user_tag", "human",
          "assistant_tag", "gpt",
          "observation_tag", "observation",
          "function_tag", "function_call",
          "system_tag", "system");

  /** Names by which roles are known without a description. */
  private static final Map<String, String> KNOWN =
      Map.of("user", "human", "assistant", "gpt", "tool", "observation");

  ShareGptTags {
    shareGptRoles = Map.copyOf(shareGptRoles);
  }

  /** Tags as an entry of {@code dataset_info.json} has them; ShareGPT's own where it has none. */
  static ShareGptTags of(Map<?, ?> tags) {
    Map<String, String> roles = new LinkedHashMap<>();
    ROLES.forEach(
        (tag, shareGpt) ->
            roles.put(tags.get(tag) instanceof String own ? own : shareGpt, shareGpt));
    return new ShareGptTags(
        tags.get("role_tag") instanceof String own ? own : "from",
        tags.get("content_tag") instanceof String own ? own : "value",
        roles);
  }

  /** The messages in ShareGPT's form; the very characters where no name differs. */
  RowValue toShareGpt(RowValue messages) {
    if (isKnown() || !messages.isList()) {
      return messages;
    }
    return RowValue.of(
        MessageJson.readList(messages.text()).stream()
            .map(message -> message instanceof Map<?, ?> fields ? toShareGpt(fields) : message)
            .toList());
  }

  private boolean isKnown() {
    boolean knownFields =
        List.of(List.of("from", "value"), List.of("role", "content"))
            .contains(List.of(role, content));
    return knownFields
        && shareGptRoles.entrySet().stream()
            .allMatch(tag -> KNOWN.getOrDefault(tag.getKey(), tag.getKey()).equals(tag.getValue()));
  }

  private Map<String, Object> toShareGpt(Map<?, ?> message) {
    Map<String, Object> fields = new LinkedHashMap<>();
    message.forEach(
        (name, value) -> {
          if (name.equals(role)) {
            fields.put(
                "from", shareGptRoles.getOrDefault(String.valueOf(value), String.valueOf(value)));
          } else {
            fields.put(name.equals(content) ? "value" : (String) name, value);
          }
        });
    return fields;
  }
}
