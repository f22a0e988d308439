package org.rsrkernel.metric.rule;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.rsrkernel.metric.evidence.Evidence;

/**
 * Which end of a measure does better is read off the labels, problem by problem: the trajectories
 * of a question are halved at their median, and each gets the mean label of its half less that of
 * the other half.
 *
 * @see <a href="https://arxiv.org/abs/2509.23962">CANON, arXiv 2509.23962</a>
 */
public final class Canon implements RowMeasure {

  private final RowMeasure measure;

  /**
   * @param measure by which a question's trajectories are halved
   */
  public Canon(RowMeasure measure) {
    this.measure = measure;
  }

  @Override
  public double[] of(List<Evidence> rows) {
    double[] measured = measure.of(rows);
    double[] advantages = new double[rows.size()];
    Arrays.fill(advantages, Double.NaN);
    for (List<Integer> question : Questions.rows(rows).values()) {
      List<Integer> labelled =
          question.stream()
              .filter(row -> rows.get(row).correct().isPresent())
              .filter(row -> Double.isFinite(measured[row]))
              .toList();
      double median =
          StatUtils.percentile(labelled.stream().mapToDouble(r -> measured[r]).toArray(), 50);
      double high = meanLabel(rows, labelled.stream().filter(r -> measured[r] > median).toList());
      double low = meanLabel(rows, labelled.stream().filter(r -> measured[r] < median).toList());
      for (int row : labelled) {
        if (measured[row] != median) { // the middle one of an odd number is in neither half
          advantages[row] = measured[row] > median ? high - low : low - high;
        }
      }
    }
    return advantages;
  }

  /** NaN for no rows. */
  private static double meanLabel(List<Evidence> rows, List<Integer> half) {
    return half.stream()
        .mapToDouble(row -> rows.get(row).correct().orElseThrow() ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }
}
