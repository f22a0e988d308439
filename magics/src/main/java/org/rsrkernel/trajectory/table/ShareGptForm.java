package org.rsrkernel.trajectory.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.trajectory.Conversation;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.MessageJson;
import org.rsrkernel.trajectory.TrajectoryException;

/** A conversation as ShareGPT turns, with the roles that LLaMA-Factory expects. */
final class ShareGptForm {

  private ShareGptForm() {}

  /** The system prompt before all turns; empty if there is none. */
  static String system(Conversation conversation) {
    List<Message> messages = conversation.messages();
    return !messages.isEmpty() && messages.get(0).role().equals("system")
        ? plainText(messages.get(0))
        : "";
  }

  static List<Map<String, Object>> turns(Conversation conversation) {
    List<Map<String, Object>> turns = new ArrayList<>();
    for (Message message : afterSystem(conversation)) {
      turns.add(turn(message));
    }
    return turns;
  }

  static List<Message> afterSystem(Conversation conversation) {
    List<Message> messages = conversation.messages();
    boolean system = !messages.isEmpty() && messages.get(0).role().equals("system");
    return messages.subList(system ? 1 : 0, messages.size());
  }

  private static Map<String, Object> turn(Message message) {
    Map<String, Object> turn = new LinkedHashMap<>();
    if (message.fields().get("tool_calls") instanceof List<?> calls && !calls.isEmpty()) {
      turn.put("from", "function_call");
      turn.put("value", call(message, calls));
      return turn;
    }
    turn.put("from", from(message.role()));
    turn.put("value", plainText(message));
    return turn;
  }

  private static String from(String role) {
    return switch (role) {
      case "user" -> "human";
      case "assistant" -> "gpt";
      case "tool" -> "observation";
      default -> throw new TrajectoryException("this layout has no turn for role \"" + role + "\"");
    };
  }

  /** A turn holds a call or a text, not both. */
  private static String call(Message message, List<?> calls) {
    if (!message.text().isBlank() || calls.size() > 1) {
      throw new TrajectoryException(
          "this layout has no turn for several tool calls, or for a call with text beside it");
    }
    Object call = calls.get(0);
    return MessageJson.write(
        call instanceof Map<?, ?> fields && fields.get("function") != null
            ? fields.get("function")
            : call);
  }

  /**
   * A message's text.
   *
   * @throws TrajectoryException if the message holds more than text
   */
  static String plainText(Message message) {
    if (new Conversation(List.of(message)).hasMedia()) {
      throw new TrajectoryException("this layout has no place for images, video or sound");
    }
    if (!new Conversation(List.of(message)).reasoning().isEmpty()) {
      throw new TrajectoryException("this layout has no place for reasoning beside the content");
    }
    return message.text();
  }
}
