package org.rsrkernel.metric;

import org.rsrkernel.scoring.TokenScores;

/** Sums over a trajectory's response tokens, in double. */
final class TokenSums {

  private TokenSums() {}

  /** What a token adds. */
  @FunctionalInterface
  interface Addend {
    double of(int k);
  }

  static double sum(TokenScores tokens, Addend addend) {
    double sum = 0;
    for (int k = 0; k < tokens.size(); k++) {
      sum += addend.of(k);
    }
    return sum;
  }

  static double mean(TokenScores tokens, Addend addend) {
    return sum(tokens, addend) / tokens.size();
  }

  /** The token's rank, at most {@code rankClip}. */
  static double rank(TokenScores tokens, int k, int rankClip) {
    return Math.min(tokens.rank(k), rankClip);
  }
}
