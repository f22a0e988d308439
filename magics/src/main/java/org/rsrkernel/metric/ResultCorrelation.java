package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.rsrkernel.trajectory.NearestNames;
import tech.tablesaw.api.Table;

/**
 * Whether a metric foretells what students reach after training, over teachers.
 *
 * @param measure what was measured, such as {@code accuracy}
 * @param teachers those with both numbers, in the table's order
 * @param coefficient signed: negative means that low values of the metric go with good results
 * @param low lower end of its 95 % percentile bootstrap interval, drawn over teachers
 * @param high upper end
 * @param notes teachers that did not match, and what else a reader should know
 */
public record ResultCorrelation(
    Metric metric,
    String measure,
    CorrelationMethod method,
    List<TeacherResult> teachers,
    double coefficient,
    double low,
    double high,
    List<String> notes) {

  private static final int FEWEST_TEACHERS = 3;

  /**
   * A teacher.
   *
   * @param value the set's metric
   * @param result after training
   * @param withoutIt the coefficient of the other teachers; NaN where it is undefined
   */
  public record TeacherResult(String teacher, double value, double result, double withoutIt) {}

  public ResultCorrelation {
    teachers = List.copyOf(teachers);
    notes = List.copyOf(notes);
  }

  /** Whether the coefficient has the sign that the metric's direction promises. */
  public boolean pointsTheRightWay() {
    return metric.direction() == Direction.HIGHER ? coefficient > 0 : coefficient < 0;
  }

  /**
   * Correlates a scored table's teachers with measured results.
   *
   * @param by the table's column that names the teacher
   * @param rounds bootstrap rounds, at least 1
   * @throws MetricException if fewer than three teachers match, or all values are equal
   */
  public static ResultCorrelation of(
      Table scored,
      String by,
      Metric metric,
      MeasuredResults results,
      CorrelationMethod method,
      int rounds,
      long seed) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (TeacherSample sample : TeacherSample.of(scored, by, metric)) {
      if (!Double.isNaN(sample.value())) {
        values.put(sample.teacher(), sample.value());
      }
    }
    return of(metric, values, results, method, rounds, seed);
  }

  /** As above, from teachers whose metric is known already. */
  public static ResultCorrelation of(
      Metric metric,
      Map<String, Double> values,
      MeasuredResults results,
      CorrelationMethod method,
      int rounds,
      long seed) {
    Bootstrap.requireRounds(rounds);
    List<String> matched =
        values.keySet().stream().filter(results.byTeacher()::containsKey).toList();
    List<String> notes = unmatched(values, results);
    if (matched.size() < FEWEST_TEACHERS) {
      throw new MetricException(
          "A correlation needs at least %d teachers with both numbers, but %d match. %s"
              .formatted(FEWEST_TEACHERS, matched.size(), String.join(" ", notes))
              .strip());
    }
    double[] x = matched.stream().mapToDouble(values::get).toArray();
    double[] y = matched.stream().mapToDouble(results.byTeacher()::get).toArray();
    double coefficient = method.of(x, y);
    if (Double.isNaN(coefficient)) {
      throw new MetricException(
          "All teachers have the same %s, so there is nothing to correlate."
              .formatted(
                  Arrays.stream(x).distinct().count() == 1 ? metric.name() : results.measure()));
    }
    double[] drawn = bootstrap(x, y, method, rounds, seed);
    notes.add(
        "The interval draws the %d teachers anew; other teachers may behave differently."
            .formatted(matched.size()));
    return new ResultCorrelation(
        metric,
        results.measure(),
        method,
        teachers(matched, x, y, method),
        coefficient,
        Quantiles.percentile(drawn, 2.5),
        Quantiles.percentile(drawn, 97.5),
        notes);
  }

  private static List<TeacherResult> teachers(
      List<String> matched, double[] x, double[] y, CorrelationMethod method) {
    List<TeacherResult> teachers = new ArrayList<>();
    for (int t = 0; t < x.length; t++) {
      int left = t;
      int[] others = IntStream.range(0, x.length).filter(i -> i != left).toArray();
      double withoutIt = method.of(at(x, others), at(y, others));
      teachers.add(new TeacherResult(matched.get(t), x[t], y[t], withoutIt));
    }
    return teachers;
  }

  /** A draw of teachers that are all equal has no coefficient and is left out. */
  private static double[] bootstrap(
      double[] x, double[] y, CorrelationMethod method, int rounds, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] drawn = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      int[] teachers = random.ints(x.length, 0, x.length).toArray();
      drawn[round] = method.of(at(x, teachers), at(y, teachers));
    }
    return drawn;
  }

  private static double[] at(double[] values, int[] indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
  }

  private static List<String> unmatched(Map<String, Double> values, MeasuredResults results) {
    List<String> notes = new ArrayList<>();
    List<String> withoutScores = new ArrayList<>(results.byTeacher().keySet());
    withoutScores.removeAll(values.keySet());
    List<String> withoutResult = new ArrayList<>();
    for (String teacher : values.keySet()) {
      if (!results.byTeacher().containsKey(teacher)) {
        List<String> nearest = NearestNames.of(teacher, withoutScores);
        withoutResult.add(
            teacher + (nearest.isEmpty() ? "" : " (did you mean " + nearest.get(0) + "?)"));
      }
    }
    if (!withoutResult.isEmpty()) {
      notes.add("No result for: " + String.join(", ", withoutResult) + ".");
    }
    if (!withoutScores.isEmpty()) {
      notes.add("No scores for: " + String.join(", ", withoutScores) + ".");
    }
    return notes;
  }
}
