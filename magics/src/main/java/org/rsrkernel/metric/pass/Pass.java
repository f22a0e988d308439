package org.rsrkernel.metric.pass;

import org.rsrkernel.scoring.TokenScores;

/**
 * What a student says of the scored span of one text.
 *
 * @param tokens scored, at least 1
 * @param surprisal sum over them, nats
 */
public record Pass(int tokens, double surprisal) {

  static Pass of(TokenScores scores) {
    double sum = 0;
    for (int k = 0; k < scores.size(); k++) {
      sum += scores.surprisal(k);
    }
    return new Pass(scores.size(), sum);
  }

  /** ln p of the whole span given what stands before it. */
  double logProbability() {
    return -surprisal;
  }

  double averageSurprisal() {
    return surprisal / tokens;
  }
}
