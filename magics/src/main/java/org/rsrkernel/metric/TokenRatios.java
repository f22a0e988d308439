package org.rsrkernel.metric;

import java.util.stream.IntStream;
import org.apache.commons.math3.util.KthSelector;
import org.rsrkernel.scoring.TokenScores;

/**
 * Means of the tokens' own ratios, rank over surprisal: the ablations that RSR replaces by a ratio
 * of sums, since a token the student is certain of has a surprisal near 0.
 */
final class TokenRatios {

  private static final double MOST_SURPRISING_SHARE = 0.3;

  /** The reference code's guard against a surprisal of 0. */
  private static final double SMALLEST_SURPRISAL = 1e-12;

  private TokenRatios() {}

  /** Unweighted mean over all response tokens. */
  static double mean(TokenScores tokens, int rankClip) {
    return IntStream.range(0, tokens.size())
        .mapToDouble(k -> ratio(tokens, k, rankClip))
        .average()
        .orElseThrow();
  }

  /**
   * Mean over the 30 % of response tokens with the highest surprisal, at least one; of equal
   * surprisals the earlier tokens.
   */
  static double meanOfMostSurprising(TokenScores tokens, int rankClip) {
    int size = tokens.size();
    int kept = Math.max(1, (int) (size * MOST_SURPRISING_SHARE));
    double[] surprisals = IntStream.range(0, size).mapToDouble(tokens::surprisal).toArray();
    double least = new KthSelector().select(surprisals, null, size - kept);
    int atLeast = kept; // places left for tokens of exactly the least surprisal
    for (double surprisal : surprisals) {
      atLeast -= surprisal > least ? 1 : 0;
    }
    double sum = 0;
    for (int k = 0; k < size; k++) {
      double surprisal = tokens.surprisal(k);
      if (surprisal > least || (surprisal == least && atLeast-- > 0)) {
        sum += ratio(tokens, k, rankClip);
      }
    }
    return sum / kept;
  }

  private static double ratio(TokenScores tokens, int k, int rankClip) {
    return Math.min(tokens.rank(k), rankClip) / Math.max(tokens.surprisal(k), SMALLEST_SURPRISAL);
  }
}
