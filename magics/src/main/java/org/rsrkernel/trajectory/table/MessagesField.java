package org.rsrkernel.trajectory.table;

import java.util.regex.Pattern;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.StringColumn;

/** The messages, character by character as they were read. */
record MessagesField(StringColumn column) implements JsonField {

  private static final Pattern SHAREGPT =
      Pattern.compile("\\s*\\[\\s*\\{\\s*\"(from|value)\".*", Pattern.DOTALL);
  private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]+");

  @Override
  public String name(int row) {
    return isShareGpt(column.get(row)) ? "conversations" : Columns.MESSAGES;
  }

  /** Line breaks between JSON tokens go: a row is one line. Within strings there are none. */
  @Override
  public String json(int row) {
    String json = column.get(row);
    return json.isEmpty() ? "[]" : LINE_BREAKS.matcher(json).replaceAll(" ");
  }

  static boolean isShareGpt(String json) {
    return SHAREGPT.matcher(json).matches();
  }
}
