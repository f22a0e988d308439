package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/**
 * Chooses teachers by a sample of each one's trajectories, as one would before generating or
 * scoring all of them.
 *
 * @param metric the measure of best
 * @param teachers how many are kept, at least 1
 * @param sample trajectories looked at of each, at least 1
 */
public record TeacherChoice(Metric metric, int teachers, int sample) {

  public TeacherChoice {
    if (teachers < 1 || sample < 1) {
      throw new MetricException(
          "At least 1 teacher is kept and 1 trajectory of each looked at, not %d and %d."
              .formatted(teachers, sample));
    }
  }

  /**
   * What was chosen.
   *
   * @param ranking of all teachers by their samples
   * @param rows all rows of the teachers kept
   */
  public record Chosen(TeacherRanking ranking, Table rows) {}

  /**
   * Ranks the teachers by random samples and keeps the first.
   *
   * @param by the column that names the teacher
   * @throws MetricException if a column is missing, or the metric promises nothing
   */
  public Chosen from(Table scored, String by, int rounds, long seed) {
    if (metric.direction() == Direction.NONE) {
      throw new MetricException(
          "The metric '%s' does not say which end is better; choose by another."
              .formatted(metric.name()));
    }
    Column<?> named = ScoredColumn.any(scored, by);
    Table sampled = scored.where(Selection.with(sampled(named, seed))).setName(scored.name());
    TeacherRanking ranking = TeacherRanking.of(sampled, by, metric, rounds, seed);
    Set<String> kept =
        ranking.rows().stream()
            .limit(teachers)
            .map(TeacherRanking.Row::teacher)
            .collect(Collectors.toSet());
    Selection rows = Selection.with();
    for (int row = 0; row < scored.rowCount(); row++) {
      if (kept.contains(named.getUnformattedString(row))) {
        rows.add(row);
      }
    }
    return new Chosen(ranking, scored.where(rows).setName(scored.name()));
  }

  /** Rows of each teacher, drawn without replacement. */
  private int[] sampled(Column<?> named, long seed) {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < named.size(); row++) {
      rows.computeIfAbsent(named.getUnformattedString(row), teacher -> new ArrayList<>()).add(row);
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<Integer> sampled = new ArrayList<>();
    for (List<Integer> own : rows.values()) {
      for (int i = 0; i < sample && !own.isEmpty(); i++) {
        sampled.add(own.remove(random.nextInt(own.size())));
      }
    }
    return sampled.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
