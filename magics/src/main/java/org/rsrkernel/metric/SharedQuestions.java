package org.rsrkernel.metric;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/** Questions that every teacher answered, on which comparing teachers is fair. */
public final class SharedQuestions {

  private SharedQuestions() {}

  /**
   * The rows whose question every teacher has a scored answer to.
   *
   * @param by the column that names the teacher
   * @throws MetricException if a column is missing, or no question is shared
   */
  public static Table only(Table scored, String by) {
    for (String column : List.of("id", by, ScoreColumns.RSR)) {
      if (!scored.containsColumn(column)) {
        throw new MetricException(
            "the table '%s' has no column '%s'; it has %s"
                .formatted(scored.name(), column, scored.columnNames()));
      }
    }
    Map<String, Set<String>> teachersOf = new HashMap<>();
    Set<String> teachers = new HashSet<>();
    for (int row = 0; row < scored.rowCount(); row++) {
      if (!scored.column(ScoreColumns.RSR).isMissing(row)) {
        String teacher = scored.column(by).getString(row);
        teachers.add(teacher);
        teachersOf
            .computeIfAbsent(scored.column("id").getString(row), id -> new HashSet<>())
            .add(teacher);
      }
    }
    int[] shared =
        IntStream.range(0, scored.rowCount())
            .filter(row -> teachers.equals(teachersOf.get(scored.column("id").getString(row))))
            .toArray();
    if (shared.length == 0) {
      throw new MetricException(
          "no question is answered by all of %s".formatted(String.join(", ", teachers)));
    }
    return scored.where(Selection.with(shared)).setName(scored.name());
  }
}
