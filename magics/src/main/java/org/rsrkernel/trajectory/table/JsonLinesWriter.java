package org.rsrkernel.trajectory.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.MessageJson;
import tech.tablesaw.api.Table;

/**
 * A JSON object a line, the messages exactly as they were read. Columns that follow from the
 * messages are left out; ShareGPT messages keep their name, {@code conversations}.
 */
public final class JsonLinesWriter {

  private static final Set<String> FOLLOW_FROM_MESSAGES =
      Set.of(Columns.RESPONSE, Columns.REASONING, Columns.NOTE);

  private JsonLinesWriter() {}

  public static void write(Table table, OutputStream out) throws IOException {
    List<JsonField> fields = fields(table);
    Writer writer =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    for (int row = 0; row < table.rowCount(); row++) {
      String separator = "{";
      for (JsonField field : fields) {
        String json = field.json(row);
        if (json != null) {
          writer
              .append(separator)
              .append(MessageJson.write(field.name(row)))
              .append(": ")
              .append(json);
          separator = ", ";
        }
      }
      writer.append(separator.equals("{") ? "{}\n" : "}\n");
    }
    writer.flush();
  }

  private static List<JsonField> fields(Table table) {
    boolean hasMessages = table.containsColumn(Columns.MESSAGES);
    List<JsonField> fields = new ArrayList<>();
    for (String name : table.columnNames()) {
      if (!hasMessages) {
        fields.add(JsonField.of(table.column(name)));
      } else if (name.equals(Columns.MESSAGES)) {
        fields.add(new MessagesField(table.stringColumn(name)));
      } else if (name.equals(Columns.QUESTION)) {
        fields.add(
            new OwnQuestionField(table.stringColumn(name), table.stringColumn(Columns.MESSAGES)));
      } else if (!FOLLOW_FROM_MESSAGES.contains(name)) {
        fields.add(JsonField.of(table.column(name)));
      }
    }
    return fields;
  }
}
