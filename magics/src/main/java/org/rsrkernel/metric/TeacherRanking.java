package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tech.tablesaw.api.Table;

/**
 * Teachers in order of how well their trajectories suit the student, each with its uncertainty.
 *
 * @param metric what they are ranked by
 * @param over which response tokens it is taken over, in words
 * @param rows the best teacher first; equal values in order of appearance
 * @param sharedQuestions questions that every teacher answered
 * @param questions questions that any teacher answered
 * @param notes what a reader should know before trusting the order, one sentence or two each
 */
public record TeacherRanking(
    Metric metric,
    String over,
    List<Row> rows,
    int sharedQuestions,
    int questions,
    List<String> notes) {

  /** Neighbours whose order holds in a smaller share of bootstrap rounds cannot be told apart. */
  private static final double CLEAR_PROBABILITY = 0.95;

  /** The standard normal's 95 % point: as many standard errors apart are clear neighbours. */
  private static final double CLEAR_ERRORS = 1.6449;

  private static final int FEWEST_TO_AGREE = 3;

  public TeacherRanking {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /**
   * A teacher.
   *
   * @param questions that its trajectories answer: the effective sample size
   * @param trajectories that have scores
   * @param tokens response tokens of all of them
   * @param length median of the trajectories' response tokens
   * @param value the set's metric
   * @param low lower end of its 95 % interval; NaN from fewer than two questions
   * @param high upper end
   * @param next how it stands to the next row; empty for the last
   */
  public record Row(
      String teacher,
      int questions,
      int trajectories,
      long tokens,
      double length,
      double averageRank,
      double averageSurprisal,
      double value,
      double low,
      double high,
      Optional<Neighbour> next) {

    /** Probability of being better than the next row; NaN for the last, or where it is unknown. */
    public double beatsNext() {
      return next.map(Neighbour::probability).orElse(Double.NaN);
    }

    /** Whether the next teacher's figure could as well be the better one. */
    public boolean tiedWithNext() {
      return next.isPresent() && !(beatsNext() >= CLEAR_PROBABILITY);
    }
  }

  /**
   * How a teacher stands to the next.
   *
   * @param teacher the next
   * @param probability of being better than it; NaN if either has fewer than two questions
   * @param questionsNeeded from each of both, about, to tell them apart if they differ as they seem
   *     to; empty if no number would
   */
  public record Neighbour(String teacher, double probability, OptionalLong questionsNeeded) {}

  /**
   * Ranks the teachers of a scored table.
   *
   * @param by the column that names the teacher
   * @param rounds bootstrap rounds, at least 1
   * @throws MetricException if the table lacks a column, or no teacher has a value
   */
  public static TeacherRanking of(Table scored, String by, Metric metric, int rounds, long seed) {
    return of(scored, by, Optional.empty(), metric, rounds, seed);
  }

  /**
   * As above; a teacher that wrote several sets has the mean of the sets' metrics.
   *
   * @param set the column that tells a teacher's generation sets apart
   */
  public static TeacherRanking of(
      Table scored, String by, Optional<String> set, Metric metric, int rounds, long seed) {
    List<TeacherSample> samples = TeacherSample.of(scored, by, set, metric);
    List<TeacherSample> ranked =
        samples.stream()
            .filter(sample -> !Double.isNaN(sample.value()))
            .sorted(order(metric.direction()))
            .toList();
    if (ranked.isEmpty()) {
      throw new MetricException(
          "No row of the table '%s' has a value of %s; the column 'status' says why."
              .formatted(scored.name(), metric.name()));
    }
    Bootstrap bootstrap = Bootstrap.of(ranked, rounds, seed);
    List<Row> rows = new ArrayList<>();
    for (int t = 0; t < ranked.size(); t++) {
      rows.add(row(ranked, t, bootstrap, metric.direction()));
    }
    Set<String> any = new HashSet<>();
    Set<String> shared = questions(ranked.get(0));
    for (TeacherSample sample : ranked) {
      Set<String> own = questions(sample);
      any.addAll(own);
      shared.retainAll(own);
    }
    List<String> notes = RankingNotes.of(metric, samples, rows, shared.size(), any.size());
    String over = ScoreColumns.overTitle(scored);
    return new TeacherRanking(metric, over, rows, shared.size(), any.size(), notes);
  }

  /**
   * Spearman's ρ of this ranking's values and another's over the teachers in both, such as those
   * under two students.
   *
   * @return NaN for fewer than three teachers
   */
  public double agreement(TeacherRanking other) {
    Map<String, Double> theirs = new HashMap<>();
    other.rows.forEach(row -> theirs.put(row.teacher(), row.value()));
    List<Row> both = rows.stream().filter(row -> theirs.containsKey(row.teacher())).toList();
    return both.size() < FEWEST_TO_AGREE
        ? Double.NaN
        : CorrelationMethod.SPEARMAN.of(
            both.stream().mapToDouble(Row::value).toArray(),
            both.stream().mapToDouble(row -> theirs.get(row.teacher())).toArray());
  }

  private static Comparator<TeacherSample> order(Direction direction) {
    Comparator<TeacherSample> ascending = Comparator.comparingDouble(TeacherSample::value);
    return direction == Direction.HIGHER ? ascending.reversed() : ascending;
  }

  private static Set<String> questions(TeacherSample sample) {
    Set<String> questions = new HashSet<>();
    sample.terms().forEach(term -> questions.add(term.question()));
    return questions;
  }

  private static Row row(
      List<TeacherSample> ranked, int t, Bootstrap bootstrap, Direction direction) {
    TeacherSample sample = ranked.get(t);
    boolean last = t == ranked.size() - 1;
    return new Row(
        sample.teacher(),
        sample.questions(),
        sample.size(),
        sample.tokens(),
        sample.medianLength(),
        sample.averageRank(),
        sample.averageSurprisal(),
        sample.value(),
        bootstrap.percentile(t, 2.5),
        bootstrap.percentile(t, 97.5),
        last ? Optional.empty() : Optional.of(neighbour(ranked, t, bootstrap, direction)));
  }

  private static Neighbour neighbour(
      List<TeacherSample> ranked, int t, Bootstrap bootstrap, Direction direction) {
    TeacherSample sample = ranked.get(t);
    TeacherSample next = ranked.get(t + 1);
    double difference = Math.abs(next.value() - sample.value());
    int fewer = Math.min(sample.questions(), next.questions());
    double errors = CLEAR_ERRORS * bootstrap.differenceError(t, t + 1) / difference;
    boolean known = fewer >= 2 && difference > 0 && Double.isFinite(errors);
    return new Neighbour(
        next.teacher(),
        bootstrap.probabilityBetter(t, t + 1, direction),
        known
            ? OptionalLong.of((long) Math.ceil(fewer * errors * errors)) // error falls with √n
            : OptionalLong.empty());
  }
}
