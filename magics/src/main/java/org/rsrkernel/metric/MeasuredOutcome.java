package org.rsrkernel.metric;

import java.util.List;
import java.util.Optional;
import org.rsrkernel.scoring.ScoreKey;

/**
 * What a table says of a trajectory's scores: its row of {@link ScoreColumns}.
 *
 * @param key under which the token scores are kept
 * @param tokens number of response tokens
 * @param values one a metric of the {@link ScoreMeasures} that measured it, NaN where it is
 *     undefined; none where there are no scores
 */
public record MeasuredOutcome(
    String status, Optional<ScoreKey> key, Optional<Integer> tokens, List<Double> values) {

  public MeasuredOutcome {
    values = List.copyOf(values);
  }
}
