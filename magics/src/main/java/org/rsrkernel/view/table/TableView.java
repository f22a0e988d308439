package org.rsrkernel.view.table;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Shown;
import org.rsrkernel.view.table.ShownTable.ShownCell;
import org.rsrkernel.view.table.ShownTable.ShownColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Shows tables: at most 200 rows, said so if there are more. */
public final class TableView {

  /** Rows that are shown. */
  public static final int MAX_ROWS = 200;

  private static final int CELL_LENGTH = 200;

  private TableView() {}

  /** A Tablesaw table under its name and size. */
  public static Rendering of(Table table) {
    String name = table.name() == null ? "Table" : table.name();
    String caption =
        "%s: %s rows, %d columns"
            .formatted(
                Escaped.shortened(name, 80), Shown.count(table.rowCount()), table.columnCount());
    return of(table, caption);
  }

  /** A Tablesaw table under a caption of its own. */
  public static Rendering of(Table table, String caption) {
    List<ShownColumn> columns =
        table.columns().stream()
            .map(column -> new ShownColumn(column.name(), column instanceof NumericColumn<?>))
            .toList();
    List<List<ShownCell>> rows = new ArrayList<>();
    for (int row = 0; row < Math.min(MAX_ROWS, table.rowCount()); row++) {
      List<ShownCell> cells = new ArrayList<>();
      for (Column<?> column : table.columns()) {
        cells.add(cell(column, row));
      }
      rows.add(cells);
    }
    return render(new ShownTable(caption, columns, rows, table.rowCount()));
  }

  static Rendering render(ShownTable table) {
    return Rendering.of(TableHtml.of(table), TableText.of(table));
  }

  private static ShownCell cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return ShownCell.of("");
    }
    if (column instanceof NumericColumn<?> numbers) {
      return number(numbers.getDouble(row), whole(column.type()));
    }
    return ShownCell.of(Escaped.shortened(column.getString(row), CELL_LENGTH));
  }

  static ShownCell number(double value, boolean whole) {
    return new ShownCell(whole ? Long.toString((long) value) : Shown.number(value), value);
  }

  private static boolean whole(ColumnType type) {
    return type == ColumnType.INTEGER || type == ColumnType.LONG || type == ColumnType.SHORT;
  }
}
