package org.rsrkernel.magic.verb;

import java.util.List;
import org.rsrkernel.metric.ScoreColumns;
import tech.tablesaw.api.Table;

/** Scored tables by the student that scored their rows. */
final class StudentTables {

  private StudentTables() {}

  /** A table for each student, in order of appearance; the table itself if it names none. */
  static List<Table> of(Table scored) {
    if (!scored.containsColumn(ScoreColumns.STUDENT)
        || scored.column(ScoreColumns.STUDENT).countUnique() < 2) {
      return List.of(scored);
    }
    return scored.stringColumn(ScoreColumns.STUDENT).asSet().stream()
        .map(
            student ->
                scored
                    .where(scored.stringColumn(ScoreColumns.STUDENT).isEqualTo(student))
                    .setName(scored.name()))
        .toList();
  }

  /** The student of a table of one, or its place among the tables compared. */
  static String name(Table scored, int place) {
    String name = scored.isEmpty() ? "" : ScoredTables.text(scored, ScoreColumns.STUDENT, 0);
    return name.isEmpty() ? "student" + place : name;
  }
}
