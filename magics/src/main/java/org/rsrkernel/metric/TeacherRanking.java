package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tech.tablesaw.api.Table;

/**
 * Teachers in order of how well their trajectories suit the student, each with its uncertainty.
 *
 * @param metric what they are ranked by
 * @param rows the best teacher first
 * @param sharedQuestions questions that every teacher answered
 * @param questions questions that any teacher answered
 * @param notes what a reader should know before trusting the order, one sentence each
 */
public record TeacherRanking(
    Metric metric, List<Row> rows, int sharedQuestions, int questions, List<String> notes) {

  /** Below this many trajectories a teacher's figure moves noticeably with the sample. */
  private static final int FEW_TRAJECTORIES = 200;

  /** Neighbours whose order holds in a smaller share of bootstrap rounds cannot be told apart. */
  private static final double CLEAR_PROBABILITY = 0.95;

  public TeacherRanking {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /**
   * A teacher.
   *
   * @param trajectories that have scores
   * @param tokens response tokens of all of them
   * @param value the set's metric
   * @param low lower end of its 95 % interval
   * @param high upper end
   * @param beatsNext probability of being better than the next row; NaN for the last
   */
  public record Row(
      String teacher,
      int trajectories,
      long tokens,
      double averageRank,
      double averageSurprisal,
      double value,
      double low,
      double high,
      double beatsNext) {

    /** Whether the next teacher's figure could as well be the better one. */
    public boolean tiedWithNext() {
      return beatsNext < CLEAR_PROBABILITY;
    }
  }

  /**
   * Ranks the teachers of a scored table.
   *
   * @param by the column that names the teacher
   * @param rounds bootstrap rounds, at least 1
   * @throws MetricException if the table lacks a column, or no row has scores
   */
  public static TeacherRanking of(Table scored, String by, Metric metric, int rounds, long seed) {
    for (String column : List.of(by, metric.name(), ScoreColumns.AVERAGE_RANK)) {
      if (!scored.containsColumn(column)) {
        throw new MetricException(
            "the table '%s' has no column '%s'; it has %s. Score it first: %%rsr score"
                .formatted(scored.name(), column, scored.columnNames()));
      }
    }
    List<TeacherSample> samples = TeacherSample.of(scored, by, metric.name());
    if (samples.isEmpty()) {
      throw new MetricException(
          "no row of the table '%s' has scores; its column 'status' says why"
              .formatted(scored.name()));
    }
    Comparator<TeacherSample> order = Comparator.comparingDouble(TeacherSample::value);
    List<TeacherSample> ranked =
        samples.stream()
            .sorted(metric.direction() == Direction.HIGHER ? order.reversed() : order)
            .toList();
    Bootstrap bootstrap = Bootstrap.of(ranked, rounds, seed);
    List<Row> rows = new ArrayList<>();
    for (int t = 0; t < ranked.size(); t++) {
      rows.add(row(ranked, t, bootstrap, metric.direction()));
    }
    Set<String> any = new HashSet<>();
    Set<String> shared = new HashSet<>(ranked.get(0).questions());
    for (TeacherSample sample : ranked) {
      any.addAll(sample.questions());
      shared.retainAll(new HashSet<>(sample.questions()));
    }
    return new TeacherRanking(
        metric, rows, shared.size(), any.size(), notes(rows, shared.size(), any.size()));
  }

  private static Row row(
      List<TeacherSample> ranked, int t, Bootstrap bootstrap, Direction direction) {
    TeacherSample sample = ranked.get(t);
    boolean last = t == ranked.size() - 1;
    return new Row(
        sample.teacher(),
        sample.size(),
        sample.tokens(),
        sample.averageRank(),
        sample.averageSurprisal(),
        sample.value(),
        bootstrap.percentile(t, 2.5),
        bootstrap.percentile(t, 97.5),
        last ? Double.NaN : bootstrap.probabilityBetter(t, t + 1, direction));
  }

  private static List<String> notes(List<Row> rows, int shared, int any) {
    List<String> notes = new ArrayList<>();
    for (int t = 0; t + 1 < rows.size(); t++) {
      if (rows.get(t).tiedWithNext()) {
        notes.add(
            "%s and %s cannot be told apart: their order holds in %.0f %% of the bootstrap rounds."
                .formatted(
                    rows.get(t).teacher(),
                    rows.get(t + 1).teacher(),
                    100 * rows.get(t).beatsNext()));
      }
    }
    if (shared < any) {
      notes.add(
          "%d of %d questions are answered by every teacher; --shared-ids compares on those alone."
              .formatted(shared, any));
    }
    List<String> few =
        rows.stream()
            .filter(row -> row.trajectories() < FEW_TRAJECTORIES)
            .map(Row::teacher)
            .toList();
    if (!few.isEmpty()) {
      notes.add(
          "Fewer than %d trajectories for %s: take the order as a first look."
              .formatted(FEW_TRAJECTORIES, String.join(", ", few)));
    }
    return notes;
  }
}
