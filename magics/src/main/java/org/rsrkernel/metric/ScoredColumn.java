package org.rsrkernel.metric;

import java.util.Locale;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Columns that a question about scores needs, or words on why they are not there. */
final class ScoredColumn {

  private ScoredColumn() {}

  /**
   * @throws MetricException if the table lacks the column
   */
  static Column<?> any(Table table, String name) {
    if (!table.containsColumn(name)) {
      throw new MetricException(
          "The table '%s' has no column '%s'; it has %s."
              .formatted(table.name(), name, String.join(", ", table.columnNames())));
    }
    return table.column(name);
  }

  /**
   * @throws MetricException if the table lacks the column, or it holds no numbers
   */
  static NumericColumn<?> numbers(Table table, String name) {
    if (!table.containsColumn(name)) {
      throw new MetricException(
          "The table '%s' has no column '%s'; it has %s. Add it with: %%rsr score TABLE --metrics %s"
              .formatted(table.name(), name, String.join(", ", table.columnNames()), name));
    }
    if (table.column(name) instanceof NumericColumn<?> numbers) {
      return numbers;
    }
    throw new MetricException(
        "The column '%s' of the table '%s' holds %s, but numbers are needed."
            .formatted(
                name, table.name(), table.column(name).type().name().toLowerCase(Locale.ROOT)));
  }
}
