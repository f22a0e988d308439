package org.rsrkernel.view.table;

import java.util.List;
import java.util.Objects;

/**
 * A table ready to be shown.
 *
 * @param caption what it is; may be empty
 * @param columns their names, and whether they hold numbers
 * @param rows as many cells each as there are columns; those that are shown
 * @param total rows there are
 */
record ShownTable(
    String caption, List<ShownColumn> columns, List<List<ShownCell>> rows, int total) {

  /** A column's head. */
  record ShownColumn(String name, boolean numeric) {}

  /**
   * A cell.
   *
   * @param text what is read
   * @param order what numbers are sorted by; NaN for text and for what is missing
   */
  record ShownCell(String text, double order) {

    ShownCell {
      Objects.requireNonNull(text, "text");
    }

    static ShownCell of(String text) {
      return new ShownCell(text, Double.NaN);
    }
  }

  ShownTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (List<ShownCell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of %d cells in a table of %d columns".formatted(row.size(), columns.size()));
      }
    }
  }
}
