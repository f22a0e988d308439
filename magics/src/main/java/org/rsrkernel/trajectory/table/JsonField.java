package org.rsrkernel.trajectory.table;

import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.MessageJson;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** A column as a field of JSON objects. */
interface JsonField {

  String name(int row);

  /** The value as JSON; null to leave the field out of this row. */
  String json(int row);

  /** A column's values by its type; a missing value is JSON's null. */
  static JsonField of(Column<?> column) {
    boolean raw = column instanceof StringColumn text && isRaw(text);
    return new JsonField() {
      @Override
      public String name(int row) {
        return column.name();
      }

      @Override
      public String json(int row) {
        if (column.isMissing(row)) {
          return "null";
        }
        boolean bare = raw || column instanceof NumericColumn || column instanceof BooleanColumn;
        return bare
            ? column.getUnformattedString(row)
            : MessageJson.write(column.getUnformattedString(row));
      }
    };
  }

  private static boolean isRaw(StringColumn column) {
    return !column.name().equals(Columns.ID)
        && !column.name().equals(Columns.TEACHER)
        && !column.name().equals(Columns.ANSWER)
        && JsonCells.isJson(column);
  }
}
