package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * One teacher's scored trajectories, as far as a set's metric needs them.
 *
 * <p>A set's metric is a ratio of sums over trajectories: for RSR the mean ranks over the mean
 * surprisals (Eq. 9 of arXiv 2601.14249), for any other metric its values over their number.
 */
final class TeacherSample {

  private final String teacher;
  private final List<String> questions = new ArrayList<>();
  private final List<double[]> terms = new ArrayList<>(); // {numerator, denominator} a trajectory
  private long tokens;
  private double rankSum;
  private double surprisalSum;

  private TeacherSample(String teacher) {
    this.teacher = teacher;
  }

  /**
   * Groups a scored table's rows; rows without scores are left out.
   *
   * @param by the column that names the teacher
   * @return teachers in order of appearance
   */
  static List<TeacherSample> of(Table scored, String by, String metric) {
    Map<String, TeacherSample> samples = new LinkedHashMap<>();
    NumericColumn<?> values = scored.numberColumn(metric);
    NumericColumn<?> ranks = scored.numberColumn(ScoreColumns.AVERAGE_RANK);
    NumericColumn<?> surprisals = scored.numberColumn(ScoreColumns.AVERAGE_SURPRISAL);
    NumericColumn<?> tokens = scored.numberColumn(ScoreColumns.TOKENS);
    boolean ratio = metric.equals(ScoreColumns.RSR);
    for (int row = 0; row < scored.rowCount(); row++) {
      double rank = ranks.getDouble(row);
      double surprisal = surprisals.getDouble(row);
      if (values.isMissing(row) || Double.isNaN(rank) || Double.isNaN(surprisal)) {
        continue;
      }
      TeacherSample sample =
          samples.computeIfAbsent(
              String.valueOf(scored.column(by).getString(row)), TeacherSample::new);
      sample.questions.add(
          scored.containsColumn("id") ? scored.column("id").getString(row) : "row " + row);
      sample.terms.add(
          ratio ? new double[] {rank, surprisal} : new double[] {values.getDouble(row), 1});
      sample.tokens += (long) tokens.getDouble(row);
      sample.rankSum += rank;
      sample.surprisalSum += surprisal;
    }
    return List.copyOf(samples.values());
  }

  String teacher() {
    return teacher;
  }

  int size() {
    return terms.size();
  }

  long tokens() {
    return tokens;
  }

  double averageRank() {
    return rankSum / size();
  }

  double averageSurprisal() {
    return surprisalSum / size();
  }

  /** The question of each trajectory. */
  List<String> questions() {
    return questions;
  }

  /** The set's metric. */
  double value() {
    double numerator = 0;
    double denominator = 0;
    for (double[] term : terms) {
      numerator += term[0];
      denominator += term[1];
    }
    return numerator / denominator;
  }

  /**
   * The set's metric with each trajectory counted a number of times.
   *
   * @param times one a trajectory
   * @return NaN if all are 0
   */
  double value(int[] times) {
    double numerator = 0;
    double denominator = 0;
    for (int j = 0; j < times.length; j++) {
      numerator += times[j] * terms.get(j)[0];
      denominator += times[j] * terms.get(j)[1];
    }
    return numerator / denominator;
  }
}
