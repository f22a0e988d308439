package org.rsrkernel.trajectory.format;

import java.util.Objects;
import org.rsrkernel.trajectory.MessageJson;

/**
 * One value of a row, with its text as the file had it.
 *
 * @param kind what the text is
 * @param text the characters of a string, the digits of a number, {@code true} or {@code false},
 *     the raw JSON of a nested value; empty for {@link Kind#NULL}
 */
public record RowValue(Kind kind, String text) {

  /** The kinds of value that files carry. */
  public enum Kind {
    /** No value. */
    NULL,
    BOOLEAN,
    NUMBER,
    STRING,
    /** A JSON array or object. */
    NESTED,
    /** A cell of a spreadsheet: text whose type only the whole column tells. */
    CELL
  }

  public static final RowValue NULL = new RowValue(Kind.NULL, "");

  public RowValue {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
  }

  public static RowValue string(String text) {
    return new RowValue(Kind.STRING, text);
  }

  /**
   * A value as {@link MessageJson} gives it.
   *
   * @param value null, text, number, truth value, list or map
   */
  public static RowValue of(Object value) {
    if (value == null) {
      return NULL;
    }
    if (value instanceof String text) {
      return string(text);
    }
    Kind kind =
        value instanceof Boolean
            ? Kind.BOOLEAN
            : value instanceof Number ? Kind.NUMBER : Kind.NESTED;
    return new RowValue(kind, kind == Kind.NESTED ? MessageJson.write(value) : value.toString());
  }

  /**
   * The value as {@link MessageJson} gives it.
   *
   * @throws org.rsrkernel.trajectory.TrajectoryException if a number or nested value is not JSON
   */
  public Object toJava() {
    return switch (kind) {
      case NULL -> null;
      case STRING, CELL -> text;
      case BOOLEAN, NUMBER, NESTED -> MessageJson.read(text);
    };
  }

  public boolean isNull() {
    return kind == Kind.NULL;
  }

  /** Whether this is a string or a cell. */
  public boolean isText() {
    return kind == Kind.STRING || kind == Kind.CELL;
  }

  /** The raw JSON of a list: nested, or a list written into a text. */
  public boolean isList() {
    return (kind == Kind.NESTED || isText()) && text.stripLeading().startsWith("[");
  }
}
