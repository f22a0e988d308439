package org.rsrkernel.trajectory.table;

import org.rsrkernel.trajectory.MessageJson;
import org.rsrkernel.trajectory.TrajectoryException;
import org.rsrkernel.trajectory.format.RowValue;
import tech.tablesaw.api.StringColumn;

/**
 * JSON values in columns of text. Tablesaw has no nested type and forgets marks on columns when it
 * filters, so the text says it itself: in such a column every value is JSON, strings in quotes.
 */
public final class JsonCells {

  private JsonCells() {}

  /**
   * Whether a column of text holds JSON values rather than plain text: every value present is a
   * JSON text, and one at least is nested, in quotes or a number that no column holds.
   */
  public static boolean isJson(StringColumn column) {
    boolean any = false;
    for (int row = 0; row < column.size(); row++) {
      String text = column.get(row);
      if (text.isEmpty()) {
        continue;
      }
      boolean structured = needsMark(text);
      if (!structured && !isScalar(text)) {
        return false;
      }
      any |= structured;
    }
    return any;
  }

  /** Whether a string by itself would be taken for such a value. */
  static boolean needsMark(String text) {
    if (text.length() < 2) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    return switch (text.charAt(0)) {
      case '[' -> last == ']' && isValid(text);
      case '{' -> last == '}' && isValid(text);
      case '"' -> last == '"' && isValid(text);
      default ->
          startsNumber(text)
              && !ExactNumbers.isLong(text)
              && !ExactNumbers.isDouble(text)
              && isValid(text);
    };
  }

  static String quote(RowValue value) {
    return value.kind() == RowValue.Kind.STRING || value.kind() == RowValue.Kind.CELL
        ? MessageJson.write(value.text())
        : value.text();
  }

  /** The value of a cell of a JSON column; nested ones and numbers keep their characters. */
  static RowValue unquote(String json) {
    return switch (json.charAt(0)) {
      case '"', 't', 'f' -> RowValue.of(MessageJson.read(json));
      case '[', '{' -> new RowValue(RowValue.Kind.NESTED, json);
      default -> new RowValue(RowValue.Kind.NUMBER, json);
    };
  }

  private static boolean isScalar(String text) {
    return text.equals("true") || text.equals("false") || (startsNumber(text) && isValid(text));
  }

  private static boolean startsNumber(String text) {
    char first = text.charAt(0);
    return first == '-' || (first >= '0' && first <= '9');
  }

  private static boolean isValid(String text) {
    try {
      MessageJson.read(text);
      return true;
    } catch (TrajectoryException e) {
      return false;
    }
  }
}
