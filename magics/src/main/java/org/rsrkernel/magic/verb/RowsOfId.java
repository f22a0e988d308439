package org.rsrkernel.magic.verb;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.NearestNames;
import org.rsrkernel.trajectory.Trajectories;
import org.rsrkernel.trajectory.Trajectory;
import tech.tablesaw.api.Table;

/**
 * The trajectories that answer one question of a table.
 *
 * @param rowByTeacher each teacher's first row with the id, in the table's order
 */
record RowsOfId(Table table, String id, Map<String, Integer> rowByTeacher) {

  /**
   * @throws RsrException with the nearest ids if the table lacks this one
   */
  static RowsOfId find(Table table, String id) {
    ScoredTables.requireColumn(table, Columns.ID);
    Map<String, Integer> rows = new LinkedHashMap<>();
    for (int row = 0; row < table.rowCount(); row++) {
      if (ScoredTables.text(table, Columns.ID, row).equals(id)) {
        rows.putIfAbsent(ScoredTables.text(table, Columns.TEACHER, row), row);
      }
    }
    if (rows.isEmpty()) {
      throw notFound(table, id);
    }
    return new RowsOfId(table, id, rows);
  }

  List<String> teachers() {
    return List.copyOf(rowByTeacher.keySet());
  }

  /**
   * @throws RsrException with the teachers there are if this one has no such trajectory
   */
  Trajectory by(String teacher) {
    return Trajectories.of(rowBy(teacher)).get(0);
  }

  /** The same as a table of one row. */
  Table rowBy(String teacher) {
    Integer row = rowByTeacher.get(teacher);
    if (row == null) {
      throw new RsrException(
          "No trajectory '%s' is by '%s'; it is by %s."
              .formatted(id, teacher, String.join(", ", teachers())));
    }
    return table.rows(row);
  }

  private static RsrException notFound(Table table, String id) {
    Set<String> known = new LinkedHashSet<>();
    for (int row = 0; row < table.rowCount(); row++) {
      known.add(ScoredTables.text(table, Columns.ID, row));
    }
    List<String> nearest = NearestNames.of(id, known);
    return new RsrException(
        "No trajectory of table '%s' has the id '%s'; near it are %s."
            .formatted(
                table.name(),
                id,
                String.join(", ", nearest.isEmpty() ? known.stream().limit(5).toList() : nearest)));
  }
}
