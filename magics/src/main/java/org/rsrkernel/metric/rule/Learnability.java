package org.rsrkernel.metric.rule;

import java.util.Arrays;
import java.util.List;
import org.rsrkernel.metric.evidence.Evidence;

/**
 * LARK's estimate of how much each trajectory of a question adds to the rate at which training
 * lowers the student's loss.
 *
 * <p>With a trajectory's mean cross-entropy L, its mean Brier score B and ρ = B / L: g = (L / ΣL)
 * (2ρ - ΣρL / ΣL), the sums over the question's trajectories. Higher is better.
 *
 * @see <a href="https://arxiv.org/abs/2605.30651">LARK, arXiv 2605.30651</a>
 */
public final class Learnability implements RowMeasure {

  private final RowMeasure crossEntropy;
  private final RowMeasure brier;

  /**
   * @param crossEntropy L of each row
   * @param brier B of each row
   */
  public Learnability(RowMeasure crossEntropy, RowMeasure brier) {
    this.crossEntropy = crossEntropy;
    this.brier = brier;
  }

  @Override
  public double[] of(List<Evidence> rows) {
    double[] losses = crossEntropy.of(rows);
    double[] briers = brier.of(rows);
    double[] learnabilities = new double[rows.size()];
    Arrays.fill(learnabilities, Double.NaN);
    for (List<Integer> question : Questions.rows(rows).values()) {
      List<Integer> scored =
          question.stream().filter(row -> losses[row] > 0 && !Double.isNaN(briers[row])).toList();
      double loss = scored.stream().mapToDouble(row -> losses[row]).sum();
      double mean = scored.stream().mapToDouble(row -> briers[row]).sum() / loss; // ρL is B
      for (int row : scored) {
        learnabilities[row] = losses[row] / loss * (2 * briers[row] / losses[row] - mean);
      }
    }
    return learnabilities;
  }
}
