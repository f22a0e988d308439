package org.rsrkernel.trajectory.table;

import java.util.List;
import java.util.function.Function;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.Conversation;
import org.rsrkernel.trajectory.MessageJson;
import org.rsrkernel.trajectory.TrainingLayout;
import org.rsrkernel.trajectory.Trajectories;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The fields that hold a row's conversation in each layout. */
final class ConversationFields {

  private ConversationFields() {}

  /** A field made from the messages of a row. */
  private record Made(String name, Table table, Function<Conversation, Object> value)
      implements JsonField {

    @Override
    public String name(int row) {
      return name;
    }

    @Override
    public String json(int row) {
      return MessageJson.write(value.apply(Trajectories.conversation(table, row)));
    }
  }

  static List<JsonField> of(Table table, TrainingLayout layout) {
    StringColumn messages = table.stringColumn(Columns.MESSAGES);
    return switch (layout) {
      case AS_LOADED -> List.of(new MessagesField(messages));
      case MESSAGES -> List.of(new RoleContentField(table, new MessagesField(messages)));
      case SHAREGPT ->
          List.of(
              new Made("conversations", table, ShareGptForm::turns),
              new Made("system", table, ShareGptForm::system));
      case ALPACA ->
          List.of(
              new Made("instruction", table, AlpacaForm::instruction),
              new Made("input", table, conversation -> ""),
              new Made("output", table, AlpacaForm::output),
              new Made("system", table, ShareGptForm::system),
              new Made("history", table, AlpacaForm::history));
    };
  }

  /** Role and content: as loaded where that is the form already. */
  private record RoleContentField(Table table, MessagesField loaded) implements JsonField {

    @Override
    public String name(int row) {
      return Columns.MESSAGES;
    }

    @Override
    public String json(int row) {
      return MessagesField.isShareGpt(loaded.column().get(row))
          ? MessageJson.write(Trajectories.conversation(table, row).messages())
          : loaded.json(row);
    }
  }
}
