package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * Weights of a question's chosen trajectories in training: LARK's, which favour good values as far
 * as a bound on their χ² distance from equal weights allows.
 *
 * <p>Of the k chosen values e and the best value e' that was left out: (e - e') / (k (ē - e')). The
 * weights of a question sum to 1; they are equal where the values are.
 *
 * @see <a href="https://arxiv.org/abs/2605.30651">LARK, arXiv 2605.30651</a>
 */
public final class TrainingWeights {

  /** The column of weights. */
  public static final String COLUMN = "train_weight";

  /** A difference of values that counts as none. */
  private static final double NONE = 1e-12;

  private TrainingWeights() {}

  /**
   * A copy of the chosen rows with their weights.
   *
   * @param scored what was chosen from
   * @param metric by which it was chosen
   */
  public static Table addTo(Table chosen, Table scored, Metric metric) {
    double sign = metric.direction() == Direction.HIGHER ? 1 : -1;
    Map<String, List<Double>> all = values(scored, metric.name(), sign);
    Map<String, List<Double>> taken = values(chosen, metric.name(), sign);
    NumericColumn<?> values = ScoredColumn.numbers(chosen, metric.name());
    DoubleColumn weights = DoubleColumn.create(COLUMN);
    for (int row = 0; row < chosen.rowCount(); row++) {
      String question = chosen.column(Columns.ID).getUnformattedString(row);
      weights.append(weight(sign * values.getDouble(row), taken.get(question), all.get(question)));
    }
    Table weighted = chosen.copy();
    ScoreColumns.put(weighted, weights);
    return weighted;
  }

  private static double weight(double value, List<Double> taken, List<Double> all) {
    double least = taken.get(taken.size() - 1);
    List<Double> leftOut = new ArrayList<>(all);
    taken.forEach(leftOut::remove);
    double threshold = leftOut.stream().filter(other -> other <= least).findFirst().orElse(least);
    double mean = taken.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return mean - threshold <= NONE
        ? 1.0 / taken.size()
        : (value - threshold) / (taken.size() * (mean - threshold));
  }

  /** Each question's values, larger ones better and first. */
  private static Map<String, List<Double>> values(Table rows, String column, double sign) {
    NumericColumn<?> numbers = ScoredColumn.numbers(rows, column);
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (int row = 0; row < rows.rowCount(); row++) {
      if (Double.isFinite(numbers.getDouble(row))) {
        values
            .computeIfAbsent(
                rows.column(Columns.ID).getUnformattedString(row), question -> new ArrayList<>())
            .add(sign * numbers.getDouble(row));
      }
    }
    values.values().forEach(list -> list.sort(Comparator.reverseOrder()));
    return values;
  }
}
