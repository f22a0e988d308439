package org.rsrkernel.trajectory.table;

import java.util.function.Function;
import org.rsrkernel.trajectory.Conversation;
import org.rsrkernel.trajectory.MessageJson;
import tech.tablesaw.api.StringColumn;

/**
 * A text that usually follows from the messages, left out where it does; the row had one of its own
 * where it does not.
 */
record OwnTextField(
    StringColumn texts, StringColumn messages, Function<Conversation, String> derivation)
    implements JsonField {

  @Override
  public String name(int row) {
    return texts.name();
  }

  @Override
  public String json(int row) {
    String text = texts.get(row);
    String json = messages.get(row);
    String derived = json.isEmpty() ? "" : derivation.apply(Conversation.parse(json));
    return text.equals(derived) ? null : MessageJson.write(text);
  }
}
