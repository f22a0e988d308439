package org.rsrkernel.trajectory.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
  private static final List<String> PROMPT =
      List.of("prompt", "question", "problem", "query", "input");
  private static final List<String> RESPONSE =
      List.of("response", "completion", "output", "generation", "solution");
  private static final List<String> SYSTEM = List.of("system", "system_prompt");

  /** What pandas makes of a list in a cell of CSV. */
  private static final Pattern PYTHON_LIST = Pattern.compile("\\s*\\[\\s*\\{\\s*'");

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
    Optional<String> list = firstThere(row, MESSAGES);
    if (list.isPresent()) {
      return messages(row, list.get());
    }
    Optional<String> response = row.firstFilled(RESPONSE);
    if (row.has("instruction")) {
      return instruction(row, response);
    }
    Optional<String> prompt = row.firstFilled(PROMPT).or(() -> firstThere(row, PROMPT));
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
    Optional<String> messagesByAnotherName = onlyListOfMessages(row);
    if (messagesByAnotherName.isPresent()) {
      return messages(row, messagesByAnotherName.get());
    }
    throw new BrokenRowException(
        row.place(),
        "no messages, conversations, prompt and response, instruction and output, or text; fields: "
            + row.fields().keySet().stream().limit(12).toList());
  }

  private static Optional<String> firstThere(Row row, List<String> names) {
    return names.stream().map(row::find).flatMap(Optional::stream).findFirst();
  }

  /** Agent logs have a name of their own for it; of two such lists neither is taken. */
  private static Optional<String> onlyListOfMessages(Row row) {
    List<String> lists =
        row.fields().entrySet().stream()
            .filter(field -> isListOfMessages(field.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return lists.size() == 1 ? Optional.of(lists.get(0)) : Optional.empty();
  }

  private static boolean isListOfMessages(RowValue value) {
    try {
      return value.kind() == RowValue.Kind.NESTED
          && value.isList()
          && Conversation.parse(value.text()).hasAssistantTurn();
    } catch (TrajectoryException e) {
      return false;
    }
  }

  private static LaidOutRow messages(Row row, String name) throws BrokenRowException {
    RowValue value = row.get(name);
    if (!value.isNull() && !value.isList() && !value.text().isBlank()) {
      throw new BrokenRowException(row.place(), "\"" + name + "\" is not a list of messages");
    }
    String json = value.isList() ? value.text() : "[]";
    if (value.isText() && PYTHON_LIST.matcher(json).lookingAt()) {
      throw new BrokenRowException(
          row.place(),
          "\"%s\" is a list as Python prints it; write it as JSON, with json.dumps or to_json"
              .formatted(name));
    }
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
    if (value.kind() == RowValue.Kind.NESTED) {
      if (!value.isList() || holdsTexts(value)) {
        throw new TrajectoryException(
            "\"%s\" holds %s, not a text; is this a table by columns? Write it by rows, in pandas to_json(orient=\"records\")"
                .formatted(name, value.isList() ? "several texts" : "an object"));
      }
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

  private static boolean holdsTexts(RowValue list) {
    List<?> elements = MessageJson.readList(list.text());
    return !elements.isEmpty() && elements.stream().allMatch(String.class::isInstance);
  }

  private static LaidOutRow composed(RowLayout layout, List<Message> messages, Set<String> used) {
    return new LaidOutRow(layout, new Conversation(messages), MessageJson.write(messages), used);
  }
}
