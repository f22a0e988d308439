package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * One teacher's scored trajectories, as far as a set's metric needs them.
 *
 * <p>A set's metric is a ratio of sums over trajectories: for RSR the mean ranks over the mean
 * surprisals (Eq. 9 of arXiv 2601.14249), for most other metrics its values over their number. A
 * teacher that wrote several sets has the mean of the sets' metrics.
 */
final class TeacherSample {

  private static final String NO_TEACHER = "(none)";

  /** What one trajectory adds to the two sums. */
  record Term(String question, double numerator, double denominator) {}

  private final String teacher;
  private final List<Term> terms = new ArrayList<>();
  private final Map<String, TeacherSample> sets = new LinkedHashMap<>(); // none if all is one set
  private final List<Double> lengths = new ArrayList<>();
  private int unscored;
  private int truncated;
  private int judged;
  private int correct;
  private double rankSum;
  private double surprisalSum;

  private TeacherSample(String teacher) {
    this.teacher = teacher;
  }

  /**
   * Groups a scored table's rows. A teacher whose rows all lack scores is there, with size 0.
   *
   * @param by the column that names the teacher
   * @return teachers in order of appearance
   * @throws MetricException if a column is missing or holds no numbers
   */
  static List<TeacherSample> of(Table scored, String by, Metric metric) {
    return of(scored, by, Optional.empty(), metric);
  }

  /**
   * As above.
   *
   * @param set the column that tells a teacher's generation sets apart
   */
  static List<TeacherSample> of(Table scored, String by, Optional<String> set, Metric metric) {
    Column<?> teachers = ScoredColumn.any(scored, by);
    Optional<Column<?>> setsOf = set.map(column -> ScoredColumn.any(scored, column));
    Rows rows = new Rows(scored, metric);
    Map<String, TeacherSample> samples = new LinkedHashMap<>();
    for (int row = 0; row < scored.rowCount(); row++) {
      String teacher = teachers.getUnformattedString(row);
      TeacherSample sample =
          samples.computeIfAbsent(teacher.isBlank() ? NO_TEACHER : teacher, TeacherSample::new);
      sample.add(rows, row);
      if (setsOf.isPresent()) {
        String name = setsOf.get().getUnformattedString(row);
        sample.sets.computeIfAbsent(name, TeacherSample::new).add(rows, row);
      }
    }
    return List.copyOf(samples.values());
  }

  /** All rows of a table as one sample, whoever wrote them. */
  static TeacherSample ofAll(Table scored, Metric metric) {
    Rows rows = new Rows(scored, metric);
    TeacherSample all = new TeacherSample("all");
    for (int row = 0; row < scored.rowCount(); row++) {
      all.add(rows, row);
    }
    return all;
  }

  /** The columns of a scored table that a sample reads. */
  private static final class Rows {
    private final NumericColumn<?> numerators;
    private final Optional<NumericColumn<?>> denominators;
    private final NumericColumn<?> ranks;
    private final NumericColumn<?> surprisals;
    private final NumericColumn<?> tokens;
    private final Optional<Column<?>> ids;
    private final Optional<Column<?>> status;
    private final Optional<BooleanColumn> correct;

    Rows(Table scored, Metric metric) {
      numerators =
          ScoredColumn.numbers(
              scored, metric.setRatio().map(MeanRatio::numerator).orElse(metric.name()));
      denominators =
          metric.setRatio().map(ratio -> ScoredColumn.numbers(scored, ratio.denominator()));
      ranks = ScoredColumn.numbers(scored, ScoreColumns.AVERAGE_RANK);
      surprisals = ScoredColumn.numbers(scored, ScoreColumns.AVERAGE_SURPRISAL);
      tokens = ScoredColumn.numbers(scored, ScoreColumns.TOKENS);
      ids = column(scored, Columns.ID);
      status = column(scored, ScoreColumns.STATUS);
      correct =
          column(scored, Columns.CORRECT)
              .filter(BooleanColumn.class::isInstance)
              .map(BooleanColumn.class::cast);
    }

    private static Optional<Column<?>> column(Table scored, String name) {
      return scored.containsColumn(name) ? Optional.of(scored.column(name)) : Optional.empty();
    }

    /** The row's question; a row without an id answers one of its own. */
    String question(int row) {
      return ids.filter(column -> !column.isMissing(row))
          .map(column -> column.getUnformattedString(row))
          .orElse("row " + row);
    }

    Term term(int row) {
      double denominator = denominators.map(column -> column.getDouble(row)).orElse(1.0);
      return new Term(question(row), numerators.getDouble(row), denominator);
    }
  }

  private void add(Rows rows, int row) {
    Term term = rows.term(row);
    if (!Double.isFinite(term.numerator()) || !Double.isFinite(term.denominator())) {
      unscored++;
      return;
    }
    terms.add(term);
    lengths.add(rows.tokens.getDouble(row));
    rankSum += rows.ranks.getDouble(row);
    surprisalSum += rows.surprisals.getDouble(row);
    if (rows.status
        .filter(s -> s.getUnformattedString(row).equals(ScoredTrajectory.TRUNCATED))
        .isPresent()) {
      truncated++;
    }
    if (rows.correct.filter(column -> !column.isMissing(row)).isPresent()) {
      judged++;
      correct += rows.correct.orElseThrow().get(row) ? 1 : 0;
    }
  }

  String teacher() {
    return teacher;
  }

  /** Trajectories that have the metric. */
  int size() {
    return terms.size();
  }

  /** Trajectories that lack it. */
  int unscored() {
    return unscored;
  }

  /**
   * Questions that the trajectories answer: the effective size, since answers to one hang together.
   */
  int questions() {
    return (int) terms.stream().map(Term::question).distinct().count();
  }

  /** The samples whose metrics are averaged; itself if all is one set. */
  List<TeacherSample> sets() {
    List<TeacherSample> written = sets.values().stream().filter(set -> set.size() > 0).toList();
    return written.isEmpty() ? List.of(this) : written;
  }

  List<Term> terms() {
    return List.copyOf(terms);
  }

  /** Response tokens of each trajectory. */
  double[] lengths() {
    return lengths.stream().mapToDouble(Double::doubleValue).toArray();
  }

  double medianLength() {
    return Quantiles.percentile(lengths(), 50);
  }

  long tokens() {
    return (long) lengths.stream().mapToDouble(Double::doubleValue).sum();
  }

  double averageRank() {
    return rankSum / size();
  }

  double averageSurprisal() {
    return surprisalSum / size();
  }

  /** Share of the trajectories whose end was cut off. */
  double truncatedShare() {
    return (double) truncated / size();
  }

  /** Share of right answers among those that are judged; NaN if none is. */
  double correctShare() {
    return judged == 0 ? Double.NaN : (double) correct / judged;
  }

  /** The set's metric; NaN where it is undefined, as RSR is if every surprisal is 0. */
  double value() {
    return sets().stream().mapToDouble(TeacherSample::ownValue).average().orElseThrow();
  }

  private double ownValue() {
    double numerator = 0;
    double denominator = 0;
    for (Term term : terms) {
      numerator += term.numerator();
      denominator += term.denominator();
    }
    return denominator == 0 ? Double.NaN : numerator / denominator;
  }
}
