package org.rsrkernel.metric.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rsrkernel.metric.evidence.Evidence;
import org.rsrkernel.trajectory.answer.FinalAnswer;

/**
 * Share of the question's other trajectories that arrive at the same final answer.
 *
 * @see <a href="https://arxiv.org/abs/2601.13992">COMPACT, arXiv 2601.13992</a>
 */
public final class Consensus implements RowMeasure {

  @Override
  public double[] of(List<Evidence> rows) {
    List<Optional<String>> answers =
        rows.stream().map(row -> FinalAnswer.of(row.response()).map(FinalAnswer::text)).toList();
    double[] shares = new double[rows.size()];
    Arrays.fill(shares, Double.NaN);
    Questions.rows(rows)
        .values()
        .forEach(
            question -> {
              for (int row : question) {
                if (question.size() > 1 && answers.get(row).isPresent()) {
                  long same =
                      question.stream()
                          .filter(o -> answers.get(o).equals(answers.get(row)))
                          .count();
                  shares[row] = (same - 1.0) / (question.size() - 1);
                }
              }
            });
    return shares;
  }
}
