package org.rsrkernel.trajectory.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.rsrkernel.trajectory.format.RowValue;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * One column in the making: its type is the narrowest that holds every value exactly.
 *
 * <p>Boolean, whole number, number, else text. A column with nested values, or with numbers that
 * neither {@code long} nor {@code double} holds, is text of JSON.
 */
final class ColumnBuilder {

  private final String name;
  private final List<RowValue> values = new ArrayList<>();

  ColumnBuilder(String name) {
    this.name = name;
  }

  /** Appends the value of row {@code row}, after nulls for the rows passed over. */
  void set(int row, RowValue value) {
    padTo(row);
    values.add(value);
  }

  void padTo(int rows) {
    while (values.size() < rows) {
      values.add(RowValue.NULL);
    }
  }

  boolean isEmpty() {
    return values.stream().allMatch(RowValue::isNull);
  }

  Column<?> asText() {
    StringColumn column = StringColumn.create(name);
    values.forEach(value -> column.append(value.text()));
    return column;
  }

  /** True, false, yes, no, 1 and 0; anything else is missing. */
  Column<?> asBoolean() {
    BooleanColumn column = BooleanColumn.create(name);
    for (RowValue value : values) {
      Boolean truth = Truth.of(value.text());
      if (truth == null) {
        column.appendMissing();
      } else {
        column.append(truth);
      }
    }
    return column;
  }

  Column<?> build() {
    if (isEmpty()) {
      return asText();
    }
    if (all(ColumnBuilder::isBoolean)) {
      return asBoolean();
    }
    if (all(ColumnBuilder::isLong)) {
      LongColumn column = LongColumn.create(name);
      for (RowValue value : values) {
        if (value.isNull()) {
          column.appendMissing();
        } else {
          column.append(Long.parseLong(value.text()));
        }
      }
      return column;
    }
    if (all(ColumnBuilder::isDouble)) {
      DoubleColumn column = DoubleColumn.create(name);
      values.forEach(
          value -> column.append(value.isNull() ? Double.NaN : Double.parseDouble(value.text())));
      return column;
    }
    boolean json = values.stream().anyMatch(ColumnBuilder::needsJson);
    StringColumn column = StringColumn.create(name);
    values.forEach(value -> column.append(json ? JsonCells.quote(value) : value.text()));
    return column;
  }

  private boolean all(Predicate<RowValue> test) {
    return values.stream().allMatch(value -> value.isNull() || test.test(value));
  }

  private static boolean isBoolean(RowValue value) {
    return value.kind() == RowValue.Kind.BOOLEAN
        || (value.kind() == RowValue.Kind.CELL
            && (value.text().equalsIgnoreCase("true") || value.text().equalsIgnoreCase("false")));
  }

  private static boolean isNumeric(RowValue value) {
    return value.kind() == RowValue.Kind.NUMBER || value.kind() == RowValue.Kind.CELL;
  }

  private static boolean isLong(RowValue value) {
    return isNumeric(value) && ExactNumbers.isLong(value.text());
  }

  private static boolean isDouble(RowValue value) {
    boolean notANumber = value.kind() == RowValue.Kind.NUMBER && value.text().equals("NaN");
    return notANumber || (isNumeric(value) && ExactNumbers.isDouble(value.text()));
  }

  /**
   * Values that text alone would not bring back: nested ones, numbers no type holds, and strings
   * that look like either.
   */
  private static boolean needsJson(RowValue value) {
    return switch (value.kind()) {
      case NESTED -> true;
      case NUMBER -> !isLong(value) && !isDouble(value);
      case STRING -> JsonCells.needsMark(value.text());
      default -> false;
    };
  }
}
