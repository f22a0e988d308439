package org.rsrkernel.trajectory.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.format.RowValue;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Gathers rows into a table of trajectories: the known columns first, then what else there is. */
public final class TrajectoryTableBuilder {

  /** Rows whose names are themselves data must not make a table of a million columns. */
  public static final int MOST_COLUMNS = 1000;

  private static final List<String> FIRST =
      List.of(
          Columns.ID,
          Columns.TEACHER,
          Columns.QUESTION,
          Columns.RESPONSE,
          Columns.REASONING,
          Columns.MESSAGES,
          Columns.ANSWER,
          Columns.CORRECT);

  private static final Set<String> TEXT =
      Set.of(
          Columns.ID,
          Columns.TEACHER,
          Columns.QUESTION,
          Columns.RESPONSE,
          Columns.REASONING,
          Columns.MESSAGES,
          Columns.ANSWER,
          Columns.NOTE);

  /** Present even where every value is missing. */
  private static final Set<String> ALWAYS =
      Set.of(Columns.ID, Columns.TEACHER, Columns.QUESTION, Columns.RESPONSE, Columns.MESSAGES);

  private final Map<String, ColumnBuilder> columns = new LinkedHashMap<>();
  private final Set<String> namesInUse = new HashSet<>();
  private final Set<String> leftOut = new LinkedHashSet<>();
  private int rows;

  public TrajectoryTableBuilder() {
    FIRST.forEach(name -> columns.put(name, new ColumnBuilder(unusedName(name))));
  }

  /** Appends a row. */
  public void add(Map<String, RowValue> values) {
    values.forEach(
        (name, value) -> {
          ColumnBuilder column = columns.get(name);
          if (column == null && columns.size() < MOST_COLUMNS) {
            column = new ColumnBuilder(unusedName(name));
            columns.put(name, column);
          }
          if (column == null) {
            leftOut.add(name);
          } else {
            column.set(rows, value);
          }
        });
    rows++;
  }

  /** Tablesaw takes names that differ only in case for the same. */
  private String unusedName(String name) {
    String unused = name;
    for (int n = 2; !namesInUse.add(unused.toLowerCase(Locale.ROOT)); n++) {
      unused = name + " " + n;
    }
    return unused;
  }

  public int rows() {
    return rows;
  }

  /** Names of fields that the table has no room for. */
  public Set<String> leftOut() {
    return Set.copyOf(leftOut);
  }

  /** The table; columns with no value at all are left out unless they are always there. */
  public Table build(String name) {
    List<Column<?>> built = new ArrayList<>();
    columns.forEach(
        (column, values) -> {
          values.padTo(rows);
          if (ALWAYS.contains(column) || !values.isEmpty() || !FIRST.contains(column)) {
            built.add(
                column.equals(Columns.CORRECT)
                    ? values.asBoolean()
                    : TEXT.contains(column) ? values.asText() : values.build());
          }
        });
    return Table.create(name, built);
  }
}
