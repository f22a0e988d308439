package org.rsrkernel.metric;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/** Questions that every teacher answered, on which comparing teachers is fair. */
public final class SharedQuestions {

  private SharedQuestions() {}

  /**
   * As {@link #only}, of several tables: the questions that every teacher of each answered.
   *
   * @return one table a table, in order
   * @throws MetricException as {@link #only}, or if the tables share none of these questions
   */
  public static List<Table> onlyOfAll(List<Table> scored, String by) {
    List<Table> own = scored.stream().map(table -> only(table, by)).toList();
    Set<String> shared = new HashSet<>(ids(own.get(0)));
    own.forEach(table -> shared.retainAll(ids(table)));
    if (shared.isEmpty()) {
      throw new MetricException(
          "The %d tables share no question that every teacher answered in each."
              .formatted(own.size()));
    }
    return own.stream().map(table -> withIds(table, shared)).toList();
  }

  private static List<String> ids(Table scored) {
    Column<?> ids = ScoredColumn.any(scored, Columns.ID);
    return IntStream.range(0, ids.size()).mapToObj(ids::getUnformattedString).toList();
  }

  private static Table withIds(Table scored, Set<String> wanted) {
    List<String> ids = ids(scored);
    int[] rows =
        IntStream.range(0, ids.size()).filter(row -> wanted.contains(ids.get(row))).toArray();
    return scored.where(Selection.with(rows)).setName(scored.name());
  }

  /**
   * The scored rows whose question every teacher has a scored answer to. Rows without an id are
   * left out, since nothing says which question they answer.
   *
   * @param by the column that names the teacher
   * @throws MetricException if a column is missing, or no question is shared
   */
  public static Table only(Table scored, String by) {
    Column<?> ids = ScoredColumn.any(scored, Columns.ID);
    Column<?> named = ScoredColumn.any(scored, by);
    Column<?> ranks = ScoredColumn.any(scored, ScoreColumns.AVERAGE_RANK);
    int[] answered =
        IntStream.range(0, scored.rowCount())
            .filter(row -> !ranks.isMissing(row) && !ids.isMissing(row))
            .toArray();
    Map<String, Set<String>> teachersOf = new HashMap<>();
    Set<String> teachers = new LinkedHashSet<>();
    for (int row : answered) {
      String teacher = named.getUnformattedString(row);
      teachers.add(teacher);
      teachersOf
          .computeIfAbsent(ids.getUnformattedString(row), id -> new LinkedHashSet<>())
          .add(teacher);
    }
    int[] shared =
        IntStream.of(answered)
            .filter(row -> teachers.equals(teachersOf.get(ids.getUnformattedString(row))))
            .toArray();
    if (shared.length == 0) {
      throw new MetricException(
          teachers.isEmpty()
              ? "No row of the table '%s' has both an id and scores.".formatted(scored.name())
              : "No question is answered by all of %s.".formatted(String.join(", ", teachers)));
    }
    return scored.where(Selection.with(shared)).setName(scored.name());
  }
}
