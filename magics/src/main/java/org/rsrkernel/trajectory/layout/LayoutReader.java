package org.rsrkernel.trajectory.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rsrkernel.trajectory.Conversation;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.MessageJson;
import org.rsrkernel.trajectory.TrajectoryException;
import org.rsrkernel.trajectory.format.BrokenRowException;
import org.rsrkernel.trajectory.format.Row;
import org.rsrkernel.trajectory.format.RowValue;

/** Finds the conversation in a row by the names of its fields. Each row is looked at by itself. */
public final class LayoutReader {

  private static final List<String> MESSAGES = List.of("messages", "conversations", "conversation");
  private static final List<String> PROMPT = List.of("prompt", "question", "problem", "query");
  private static final List<String> RESPONSE =
      List.of("response", "completion", "output", "generation", "solution");
  private static final List<String> SYSTEM = List.of("system", "system_prompt");

  private LayoutReader() {}

  /**
   * Lays out one row. A row whose list of messages is null or empty is a trajectory without a
   * response.
   *
   * @throws BrokenRowException if no known field is there, or it does not hold what its name says
   */
  public static LaidOutRow read(Row row) throws BrokenRowException {
    try {
      return layOut(row);
    } catch (TrajectoryException e) {
      throw new BrokenRowException(row.place(), e.getMessage());
    }
  }

  private static LaidOutRow layOut(Row row) throws BrokenRowException {
    Optional<String> list = MESSAGES.stream().map(row::find).flatMap(Optional::stream).findFirst();
    if (list.isPresent()) {
      return messages(row, list.get());
    }
    Optional<String> response = row.firstFilled(RESPONSE);
    if (row.has("instruction")) {
      return instruction(row, response);
    }
    Optional<String> prompt = row.firstFilled(PROMPT);
    if (prompt.isPresent() && response.isEmpty()) {
      response = row.firstFilled(List.of("answer")); // question and worked answer, as GSM8K has it
    }
    if (prompt.isPresent() && (response.isPresent() || RESPONSE.stream().anyMatch(row::has))) {
      return promptResponse(row, prompt.get(), response);
    }
    if (row.get("text").isText()) {
      List<Message> messages = List.of(Message.of("assistant", row.get("text").text()));
      return composed(RowLayout.TEXT, messages, row.find("text").map(Set::of).orElseThrow());
    }
    throw new BrokenRowException(
        row.place(),
        "no messages, conversations, prompt and response, instruction and output, or text; fields: "
            + row.fields().keySet().stream().limit(12).toList());
  }

  private static LaidOutRow messages(Row row, String name) throws BrokenRowException {
    RowValue value = row.get(name);
    if (!value.isNull() && !value.isList() && !value.text().isBlank()) {
      throw new BrokenRowException(row.place(), "\"" + name + "\" is not a list of messages");
    }
    String json = value.isList() ? value.text() : "[]";
    List<?> elements = MessageJson.readList(json);
    Conversation conversation = Conversation.of(elements);
    Optional<String> response = row.firstFilled(RESPONSE);
    if (!conversation.hasAssistantTurn()
        && !conversation.messages().isEmpty()
        && response.isPresent()) {
      List<Message> messages = new ArrayList<>(conversation.messages());
      messages.addAll(turns(row, response.get(), "assistant"));
      return composed(RowLayout.MESSAGES, messages, Set.of(name, response.get()));
    }
    boolean shareGpt =
        !elements.isEmpty()
            && elements.get(0) instanceof Map<?, ?> first
            && Conversation.isShareGpt(first);
    return new LaidOutRow(
        shareGpt ? RowLayout.SHAREGPT : RowLayout.MESSAGES, conversation, json, Set.of(name));
  }

  private static LaidOutRow promptResponse(Row row, String prompt, Optional<String> response) {
    List<Message> messages = new ArrayList<>(system(row));
    messages.addAll(turns(row, prompt, "user"));
    response.ifPresent(name -> messages.addAll(turns(row, name, "assistant")));
    Set<String> used = new LinkedHashSet<>(Set.of(prompt));
    response.filter(name -> !name.equals("answer")).ifPresent(used::add);
    return composed(RowLayout.PROMPT_RESPONSE, messages, used);
  }

  /** LLaMA-Factory's Alpaca layout: instruction and input are joined by a line break. */
  private static LaidOutRow instruction(Row row, Optional<String> response) {
    List<Message> messages = new ArrayList<>(system(row));
    messages.addAll(history(row.get("history")));
    String input = row.get("input").text();
    String instruction = row.get("instruction").text();
    messages.add(Message.of("user", input.isEmpty() ? instruction : instruction + "\n" + input));
    response.ifPresent(name -> messages.addAll(turns(row, name, "assistant")));
    return composed(RowLayout.INSTRUCTION, messages, response.map(Set::of).orElse(Set.of()));
  }

  private static List<Message> system(Row row) {
    return row.firstFilled(SYSTEM)
        .filter(name -> row.get(name).isText())
        .map(name -> List.of(Message.of("system", row.get(name).text())))
        .orElse(List.of());
  }

  /** Earlier rounds, a list of [user, assistant]. */
  private static List<Message> history(RowValue history) {
    List<Message> messages = new ArrayList<>();
    if (history.isList() && MessageJson.read(history.text()) instanceof List<?> rounds) {
      for (Object round : rounds) {
        if (round instanceof List<?> turns && turns.size() == 2) {
          messages.add(Message.of("user", String.valueOf(turns.get(0))));
          messages.add(Message.of("assistant", String.valueOf(turns.get(1))));
        }
      }
    }
    return messages;
  }

  /** A field as messages: a list of messages as TRL writes it, or the text of one. */
  private static List<Message> turns(Row row, String name, String role) {
    RowValue value = row.get(name);
    if (value.kind() == RowValue.Kind.NESTED && value.isList()) {
      return Conversation.parse(value.text()).messages();
    }
    Map<String, Object> fields = new LinkedHashMap<>(Message.of(role, value.text()).fields());
    if (role.equals("assistant")) {
      row.firstFilled(Conversation.REASONING_FIELDS)
          .filter(field -> row.get(field).isText())
          .ifPresent(field -> fields.put("reasoning_content", row.get(field).text()));
    }
    return List.of(new Message(fields));
  }

  private static LaidOutRow composed(RowLayout layout, List<Message> messages, Set<String> used) {
    return new LaidOutRow(layout, new Conversation(messages), MessageJson.write(messages), used);
  }
}
