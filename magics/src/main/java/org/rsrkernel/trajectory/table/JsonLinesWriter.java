package org.rsrkernel.trajectory.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.Conversation;
import org.rsrkernel.trajectory.MessageJson;
import org.rsrkernel.trajectory.TrainingLayout;
import org.rsrkernel.trajectory.TrajectoryException;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A JSON object a line. Columns that follow from the messages are left out. */
public final class JsonLinesWriter {

  private JsonLinesWriter() {}

  /**
   * Writes a table; one without messages has all its columns written.
   *
   * @throws TrajectoryException if the layout cannot express a row; the message names it
   */
  public static void write(Table table, TrainingLayout layout, OutputStream out)
      throws IOException {
    List<JsonField> fields = fields(table, layout);
    Writer writer =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    for (int row = 0; row < table.rowCount(); row++) {
      try {
        writer.append(object(fields, row)).append('\n');
      } catch (TrajectoryException e) {
        throw new TrajectoryException("Row %d: %s".formatted(row + 1, e.getMessage()), e);
      }
    }
    writer.flush();
  }

  private static StringBuilder object(List<JsonField> fields, int row) {
    StringBuilder object = new StringBuilder("{");
    for (JsonField field : fields) {
      String json = field.json(row);
      if (json != null) {
        object.append(object.length() == 1 ? "" : ", ");
        object.append(MessageJson.write(field.name(row))).append(": ").append(json);
      }
    }
    return object.append('}');
  }

  private static List<JsonField> fields(Table table, TrainingLayout layout) {
    if (!table.containsColumn(Columns.MESSAGES)) {
      return table.columns().stream().map(JsonField::of).toList();
    }
    StringColumn messages = table.stringColumn(Columns.MESSAGES);
    List<JsonField> conversation = ConversationFields.of(table, layout);
    List<String> taken = conversation.stream().map(field -> field.name(0)).toList();
    List<JsonField> fields = new ArrayList<>();
    for (String name : table.columnNames()) {
      switch (name) {
        case Columns.MESSAGES -> fields.addAll(conversation);
        case Columns.QUESTION ->
            fields.add(
                new OwnTextField(table.stringColumn(name), messages, Conversation::question));
        case Columns.REASONING ->
            fields.add(
                new OwnTextField(table.stringColumn(name), messages, Conversation::reasoning));
        case Columns.RESPONSE, Columns.NOTE -> {}
        default -> {
          if (layout == TrainingLayout.AS_LOADED || !taken.contains(name)) {
            fields.add(JsonField.of(table.column(name)));
          }
        }
      }
    }
    return fields;
  }
}
