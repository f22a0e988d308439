package org.rsrkernel.trajectory.table;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.trajectory.Conversation;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.TrajectoryException;

/** A conversation as Alpaca rows have it: earlier rounds, then one question and its answer. */
final class AlpacaForm {

  private AlpacaForm() {}

  static String instruction(Conversation conversation) {
    List<Message> turns = rounds(conversation);
    return ShareGptForm.plainText(turns.get(turns.size() - 2));
  }

  static String output(Conversation conversation) {
    List<Message> turns = rounds(conversation);
    return ShareGptForm.plainText(turns.get(turns.size() - 1));
  }

  static List<List<String>> history(Conversation conversation) {
    List<Message> turns = rounds(conversation);
    List<List<String>> history = new ArrayList<>();
    for (int i = 0; i + 3 < turns.size(); i += 2) {
      history.add(
          List.of(ShareGptForm.plainText(turns.get(i)), ShareGptForm.plainText(turns.get(i + 1))));
    }
    return history;
  }

  /** User and assistant by turns, the assistant last. */
  private static List<Message> rounds(Conversation conversation) {
    List<Message> turns = ShareGptForm.afterSystem(conversation);
    boolean byTurns = !turns.isEmpty() && turns.size() % 2 == 0;
    for (int i = 0; i < turns.size(); i++) {
      Message turn = turns.get(i);
      byTurns &= turn.role().equals(i % 2 == 0 ? "user" : "assistant");
      byTurns &= !(turn.fields().get("tool_calls") instanceof List<?> calls && !calls.isEmpty());
    }
    if (!byTurns) {
      throw new TrajectoryException(
          "Alpaca rows are user and assistant by turns; this conversation is not. Use the layout of messages");
    }
    return turns;
  }
}
