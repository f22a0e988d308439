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

/** Gathers rows into a table, each column of the narrowest type that holds its values. */
public final class TypedTable {

  /** Rows whose names are themselves data must not make a table of a million columns. */
  public static final int MOST_COLUMNS = 1000;

  /** Text whatever it looks like: an id of digits is a name. */
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

  private final Map<String, ColumnBuilder> columns = new LinkedHashMap<>();
  private final Set<String> namesInUse = new HashSet<>();
  private final Set<String> leftOut = new LinkedHashSet<>();
  private final List<String> optional;
  private int rows;

  /** A table whose columns stand in the order in which rows name them. */
  public TypedTable() {
    this.optional = List.of();
  }

  private TypedTable(List<String> first, List<String> optional) {
    first.forEach(name -> columns.put(name, new ColumnBuilder(unusedName(name))));
    this.optional = optional;
  }

  /** A table of trajectories: the known columns first. */
  public static TypedTable ofTrajectories() {
    return new TypedTable(
        List.of(
            Columns.ID,
            Columns.TEACHER,
            Columns.QUESTION,
            Columns.RESPONSE,
            Columns.REASONING,
            Columns.MESSAGES,
            Columns.ANSWER,
            Columns.CORRECT),
        List.of(Columns.REASONING, Columns.ANSWER, Columns.CORRECT));
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

  public int rows() {
    return rows;
  }

  /** Names of fields that the table has no room for. */
  public Set<String> leftOut() {
    return Set.copyOf(leftOut);
  }

  /** The table; of the known columns, those that no row filled are left out. */
  public Table build(String name) {
    List<Column<?>> built = new ArrayList<>();
    columns.forEach(
        (column, values) -> {
          values.padTo(rows);
          if (!optional.contains(column) || !values.isEmpty()) {
            built.add(column(column, values));
          }
        });
    return Table.create(name, built);
  }

  private static Column<?> column(String name, ColumnBuilder values) {
    if (name.equals(Columns.CORRECT)) {
      return values.asBoolean();
    }
    return TEXT.contains(name) ? values.asText() : values.build();
  }

  /** Tablesaw trims names, and takes those that differ only in case for the same. */
  private String unusedName(String field) {
    String name = field.trim().isEmpty() ? "unnamed" : field.trim();
    String unused = name;
    for (int n = 2;
        !namesInUse.add(unused.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        n++) {
      unused = name + " " + n;
    }
    return unused;
  }
}
