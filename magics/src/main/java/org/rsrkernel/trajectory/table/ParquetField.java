package org.rsrkernel.trajectory.table;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.MessageJson;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** A column as a Parquet column: its type, and its values as JSON of that type. */
final class ParquetField {

  /** How a value is written for DuckDB to read. */
  private enum Form {
    /** Digits or truth values as they are, text in quotes. */
    SCALAR,
    /** JSON parsed and written anew: of names given twice, the last alone. */
    NESTED,
    /** JSON as it is. */
    RAW
  }

  private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]+");

  private final Column<?> column;
  private final String sqlType;
  private final Form form;

  private ParquetField(Column<?> column, String sqlType, Form form) {
    this.column = column;
    this.sqlType = sqlType;
    this.form = form;
  }

  static ParquetField of(Column<?> column) {
    if (!(column instanceof StringColumn text)) {
      return new ParquetField(column, sqlType(column.type()), Form.SCALAR);
    }
    boolean json = text.name().equals(Columns.MESSAGES) || JsonCells.isJson(text);
    if (!json || text.asList().stream().anyMatch(LoneSurrogates::mayBeEscapedIn)) {
      return new ParquetField(column, "VARCHAR", Form.SCALAR);
    }
    return nestedType(text)
        .map(type -> new ParquetField(column, type.sql(), Form.NESTED))
        .orElseGet(() -> new ParquetField(column, "JSON", Form.RAW));
  }

  String sqlType() {
    return sqlType;
  }

  String quotedName() {
    return MessageJson.write(column.name());
  }

  String json(int row) {
    if (column.isMissing(row)) {
      return "null";
    }
    String text = column.getUnformattedString(row);
    return switch (form) {
      case NESTED -> MessageJson.write(MessageJson.read(text));
      case RAW -> LINE_BREAKS.matcher(text).replaceAll(" ");
      case SCALAR ->
          column instanceof NumericColumn || column instanceof BooleanColumn
              ? text
              : MessageJson.write(LoneSurrogates.replaced(text));
    };
  }

  /** Parses a text when it is asked for, so that one is in memory at a time. */
  private static Optional<NestedType> nestedType(StringColumn column) {
    return NestedType.ofAll(
        () ->
            IntStream.range(0, column.size())
                .mapToObj(column::get)
                .filter(text -> !text.isEmpty())
                .map(MessageJson::read)
                .iterator());
  }

  private static String sqlType(ColumnType type) {
    if (type.equals(ColumnType.BOOLEAN)) {
      return "BOOLEAN";
    }
    if (type.equals(ColumnType.SHORT) || type.equals(ColumnType.INTEGER)) {
      return "INTEGER";
    }
    if (type.equals(ColumnType.LONG)) {
      return "BIGINT";
    }
    if (type.equals(ColumnType.FLOAT)) {
      return "FLOAT";
    }
    return type.equals(ColumnType.DOUBLE) ? "DOUBLE" : "VARCHAR";
  }
}
