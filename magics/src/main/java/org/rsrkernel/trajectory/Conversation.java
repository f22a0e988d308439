package org.rsrkernel.trajectory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The messages of one trajectory, in order, with what is read off them.
 *
 * @param messages role and content form, whatever form the file had
 */
public record Conversation(List<Message> messages) {

  /** Names that logs and data sets give to the roles, in lower case, and chat templates' names. */
  private static final Map<String, String> ROLES =
      Map.ofEntries(
          Map.entry("system", "system"),
          Map.entry("human", "user"),
          Map.entry("user", "user"),
          Map.entry("gpt", "assistant"),
          Map.entry("chatgpt", "assistant"),
          Map.entry("bot", "assistant"),
          Map.entry("ai", "assistant"),
          Map.entry("model", "assistant"),
          Map.entry("assistant", "assistant"),
          Map.entry("function_call", "assistant"),
          Map.entry("tool_call", "assistant"),
          Map.entry("observation", "tool"),
          Map.entry("tool_response", "tool"),
          Map.entry("tool", "tool"));

  private static final Set<String> CALLS = Set.of("function_call", "tool_call");

  /** Fields that only messages of the other form fill, by whether the form is ShareGPT's. */
  private static final Map<Boolean, Set<String>> OF_OTHER_FORM =
      Map.of(true, Set.of("role", "content"), false, Set.of("from", "value"));

  /** Names that reasoning apart from the content goes by, in the order in which they are sought. */
  public static final List<String> REASONING_FIELDS =
      List.of("reasoning_content", "reasoning", "thinking");

  private static final List<String> MEDIA = List.of("image", "video", "audio");

  public Conversation {
    messages = List.copyOf(messages);
  }

  /**
   * A list of messages in either form: {@code role} and {@code content}, or ShareGPT's {@code from}
   * and {@code value}.
   *
   * @throws TrajectoryException if the text is not a JSON list of objects
   */
  public static Conversation parse(String json) {
    return of(MessageJson.readList(json));
  }

  /** As {@link #parse}, of elements as {@link MessageJson} gives them. */
  public static Conversation of(List<?> elements) {
    List<Message> messages = new ArrayList<>(elements.size());
    for (Object element : elements) {
      if (!(element instanceof Map<?, ?> fields)) {
        throw new TrajectoryException(
            "message %d is not an object with role and content".formatted(messages.size() + 1));
      }
      if (!fields.containsKey("role") && !fields.containsKey("from")) {
        throw new TrajectoryException(
            "message %d has neither \"role\" nor \"from\"".formatted(messages.size() + 1));
      }
      messages.add(message(fields));
    }
    return new Conversation(messages);
  }

  /** Whether a message has ShareGPT's form. Parquet gives every message the fields of both. */
  public static boolean isShareGpt(Map<?, ?> message) {
    return message.containsKey("from") && message.get("role") == null;
  }

  private static Message message(Map<?, ?> source) {
    boolean shareGpt = isShareGpt(source);
    Map<String, Object> fields = new LinkedHashMap<>();
    source.forEach(
        (name, value) -> {
          if (name.equals(shareGpt ? "from" : "role")) {
            fields.put("role", roleOf(value));
          } else if (shareGpt && name.equals("value")) {
            fields.put("content", value);
          } else if (value != null || !OF_OTHER_FORM.get(shareGpt).contains(name)) {
            fields.put((String) name, value);
          }
        });
    return source.get(shareGpt ? "from" : "role") instanceof String role && CALLS.contains(role)
        ? new Message(call(fields))
        : new Message(fields);
  }

  private static Object roleOf(Object written) {
    return written instanceof String name
        ? ROLES.getOrDefault(name.toLowerCase(Locale.ROOT), name)
        : written;
  }

  /** A call or list of calls, JSON of name and arguments in a text, as chat templates take it. */
  private static Map<String, Object> call(Map<String, Object> fields) {
    if (fields.get("content") instanceof String text && text.strip().matches("(?s)[\\[{].*")) {
      try {
        Object functions = MessageJson.read(text);
        List<?> calls = functions instanceof List<?> several ? several : List.of(functions);
        fields.put("content", "");
        fields.put(
            "tool_calls",
            calls.stream().map(call -> Map.of("type", "function", "function", call)).toList());
      } catch (TrajectoryException notJson) {
        return fields; // shown to the student as the text it is
      }
    }
    return fields;
  }

  /** The last user message before the first assistant turn; empty if there is none. */
  public String question() {
    String question = "";
    for (Message message : messages) {
      if (message.role().equals("assistant")) {
        return question;
      }
      if (message.role().equals("user")) {
        question = message.text();
      }
    }
    return question;
  }

  /** The texts of all assistant turns, with an empty line between them. */
  public String response() {
    return String.join(
        "\n\n", assistantTurns().map(Message::text).filter(text -> !text.isEmpty()).toList());
  }

  /** Reasoning that assistant turns carry apart from their content; empty if there is none. */
  public String reasoning() {
    return String.join(
        "\n\n", assistantTurns().map(Conversation::reasoningOf).filter(t -> !t.isEmpty()).toList());
  }

  public boolean hasAssistantTurn() {
    return assistantTurns().findAny().isPresent();
  }

  /** Whether some content is an image, a video or a sound. */
  public boolean hasMedia() {
    return messages.stream()
        .map(message -> message.fields().get("content"))
        .anyMatch(
            content ->
                content instanceof List<?> parts && parts.stream().anyMatch(Conversation::isMedia));
  }

  private Stream<Message> assistantTurns() {
    return messages.stream().filter(message -> message.role().equals("assistant"));
  }

  /** Reasoning that a message carries apart from its content; empty if there is none. */
  public static String reasoningOf(Message message) {
    for (String name : REASONING_FIELDS) {
      if (message.fields().get(name) instanceof String text && !text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** Such as {@code image}, {@code image_url}, {@code input_audio}. */
  private static boolean isMedia(Object part) {
    return part instanceof Map<?, ?> fields
        && fields.get("type") instanceof String type
        && MEDIA.stream().anyMatch(type::contains);
  }
}
