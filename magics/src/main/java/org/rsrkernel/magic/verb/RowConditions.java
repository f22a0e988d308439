package org.rsrkernel.magic.verb;

import java.util.List;
import java.util.stream.IntStream;
import org.rsrkernel.magic.session.RsrException;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/** Conditions of the form {@code COLUMN=VALUE} on a table's rows. */
final class RowConditions {

  private RowConditions() {}

  /**
   * The rows that fulfil all conditions. Text is compared without heed of case, numbers as numbers.
   *
   * @throws RsrException if a condition has no =, names no column, or no row is left
   */
  static Table keep(Table table, List<String> conditions) {
    Table kept = table;
    for (String condition : conditions) {
      int equals = condition.indexOf('=');
      if (equals < 1) {
        throw new RsrException(
            "--where takes COLUMN=VALUE, such as correct=true, but got '%s'.".formatted(condition));
      }
      String column = condition.substring(0, equals);
      ScoredTables.requireColumn(table, column);
      Column<?> cells = kept.column(column);
      String value = condition.substring(equals + 1);
      int[] rows =
          IntStream.range(0, kept.rowCount()).filter(row -> holds(cells, row, value)).toArray();
      if (rows.length == 0) {
        throw new RsrException(
            "No row of the table '%s' has %s.".formatted(table.name(), condition));
      }
      kept = kept.where(Selection.with(rows));
    }
    return kept.setName(table.name());
  }

  private static boolean holds(Column<?> cells, int row, String value) {
    if (cells instanceof NumericColumn<?> numbers && !cells.isMissing(row)) {
      try {
        return numbers.getDouble(row) == Double.parseDouble(value);
      } catch (NumberFormatException e) {
        return false;
      }
    }
    return cells.getUnformattedString(row).equalsIgnoreCase(value);
  }
}
