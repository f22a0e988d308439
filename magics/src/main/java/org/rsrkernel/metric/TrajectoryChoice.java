package org.rsrkernel.metric;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/**
 * Chooses training data: the best trajectories of every question.
 *
 * <p>Of equal values the shorter response comes first, then the teacher by name, then the earlier
 * row. Under a budget of tokens, every question's best come before any question's second, the
 * better values first; one that no longer fits is passed over. Better values also come first where
 * a teacher's share or the likeness of responses is limited: what is over a limit is passed over.
 *
 * @param metric the measure of best
 * @param limits how many are kept
 */
public record TrajectoryChoice(Metric metric, ChoiceLimits limits) {

  /**
   * The chosen rows, in the table's order. Rows without the metric are never chosen.
   *
   * @throws MetricException if a column is missing, a metric promises nothing, or no row has it
   */
  public Table from(Table scored) {
    if (metric.direction() == Direction.NONE) {
      throw new MetricException(
          "The metric '%s' does not say which end is better; choose by another."
              .formatted(metric.name()));
    }
    for (String unit : List.of("turn", "sentence")) {
      if (scored.containsColumn(unit)) {
        throw new MetricException(
            "The rows of '%s' are %ss; choose from a table with a row a trajectory."
                .formatted(scored.name(), unit));
      }
    }
    if (ScoredColumn.numbers(scored, metric.name()).isNotMissing().isEmpty()) {
      throw new MetricException(
          "No row of the table '%s' has a value of %s to choose by."
              .formatted(scored.name(), metric.name()));
    }
    int[] rows = new BestPerQuestion(metric.name(), metric.direction(), limits).rows(scored);
    return scored.where(Selection.with(rows)).setName(scored.name());
  }

  /** Trajectories by teacher, the teacher with most of them first; empty without teachers. */
  public static Map<String, Integer> teacherShares(Table chosen) {
    if (!chosen.containsColumn(Columns.TEACHER)) {
      return Map.of();
    }
    Map<String, Integer> counts = new HashMap<>();
    for (int row = 0; row < chosen.rowCount(); row++) {
      counts.merge(chosen.column(Columns.TEACHER).getUnformattedString(row), 1, Integer::sum);
    }
    Map<String, Integer> ordered = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }
}
