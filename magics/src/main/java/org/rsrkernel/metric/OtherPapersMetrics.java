package org.rsrkernel.metric;

import static org.rsrkernel.metric.TokenSums.mean;

import java.util.List;
import org.rsrkernel.scoring.TokenScores;

/** Measures of fit to the student from other papers, as far as token scores hold them. */
final class OtherPapersMetrics {

  static final String LARK = "LARK, arXiv 2605.30651";
  private static final int DRAFT_RANK = 20;
  private static final double DRAFT_PROBABILITY = 0.01;

  private OtherPapersMetrics() {}

  static List<Metric> all() {
    return List.of(
        Metric.ofTokens(
            "grape",
            "mean of ln p",
            Direction.HIGHER,
            "arXiv 2502.04194",
            (t, clip) -> -Rsr.averageSurprisal(t)),
        Metric.ofTokens(
            "rsd_acceptance",
            "share of tokens with r <= 20 and p >= 0.01",
            Direction.HIGHER,
            "arXiv 2509.22230",
            (t, clip) -> mean(t, k -> acceptable(t, k) ? 1 : 0)),
        Metric.ofTokens(
            "brier",
            "mean of Σ over v of (p(v) - [v is the token])²",
            Direction.NONE,
            LARK,
            (t, clip) -> brier(t)),
        Metric.ofTokens(
                "lark",
                "brier / avg_surprisal; of a set: ratio of the trajectories' means",
                Direction.NONE,
                LARK + ", its ρ",
                (t, clip) -> brier(t) / Rsr.averageSurprisal(t))
            .asRatio("brier", ScoreColumns.AVERAGE_SURPRISAL));
  }

  private static boolean acceptable(TokenScores tokens, int k) {
    return tokens.rank(k) <= DRAFT_RANK && probability(tokens, k) >= DRAFT_PROBABILITY;
  }

  /** Σ (p(v) - [v = t])² = Σ p² - 2 p(t) + 1. */
  private static double brier(TokenScores tokens) {
    return mean(tokens, k -> tokens.squareSum(k) - 2 * probability(tokens, k) + 1);
  }

  private static double probability(TokenScores tokens, int k) {
    return Math.exp(-tokens.surprisal(k));
  }
}
