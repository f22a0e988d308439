package org.rsrkernel.trajectory.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rsrkernel.trajectory.format.Place;
import org.rsrkernel.trajectory.format.Row;
import org.rsrkernel.trajectory.format.RowSource;
import org.rsrkernel.trajectory.format.RowValue;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The rows of a table variable, so that it is read as a file is. */
public final class TableRows implements RowSource {

  private final Table table;
  private final Set<String> jsonColumns;
  private int row;

  public TableRows(Table table) {
    this.table = table;
    this.jsonColumns =
        table.columns().stream()
            .filter(column -> column instanceof StringColumn text && JsonCells.isJson(text))
            .map(Column::name)
            .collect(Collectors.toSet());
  }

  @Override
  public Optional<Row> next() {
    if (row == table.rowCount()) {
      return Optional.empty();
    }
    Map<String, RowValue> fields = new LinkedHashMap<>();
    for (Column<?> column : table.columns()) {
      fields.put(column.name(), value(column));
    }
    row++;
    return Optional.of(new Row(new Place(table.name(), row), fields));
  }

  private RowValue value(Column<?> column) {
    if (column.isMissing(row)) {
      return RowValue.NULL;
    }
    String text = column.getUnformattedString(row);
    if (jsonColumns.contains(column.name())) {
      return JsonCells.unquote(text);
    }
    if (column instanceof BooleanColumn) {
      return new RowValue(RowValue.Kind.BOOLEAN, text);
    }
    return column instanceof NumericColumn
        ? new RowValue(RowValue.Kind.NUMBER, text)
        : RowValue.string(text);
  }

  @Override
  public boolean haveSameFields() {
    return true;
  }

  /** Always 0: a table is in memory. */
  @Override
  public long bytesRead() {
    return 0;
  }

  @Override
  public void close() {}
}
