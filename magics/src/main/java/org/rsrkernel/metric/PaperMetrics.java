package org.rsrkernel.metric;

import static org.rsrkernel.metric.TokenSums.mean;
import static org.rsrkernel.metric.TokenSums.rank;
import static org.rsrkernel.metric.TokenSums.sum;

import java.util.List;

/**
 * RSR, its halves, and the forms that its authors tried in its place.
 *
 * @see <a href="https://arxiv.org/abs/2601.14249">arXiv 2601.14249</a>
 */
final class PaperMetrics {

  static final String SOURCE = "arXiv 2601.14249";
  private static final String ABLATION = "after the ablations of " + SOURCE;

  private PaperMetrics() {}

  /** The ratio and what it is made of. */
  static List<Metric> main() {
    return List.of(
        Metric.ofTokens(
                ScoreColumns.RSR,
                "Σ min(r, clip) / Σ s; of a set: mean rank / mean surprisal of its trajectories",
                Direction.LOWER,
                SOURCE + " Eq. 6, 7, 9",
                Rsr::ofTrajectory)
            .asRatio(ScoreColumns.AVERAGE_RANK, ScoreColumns.AVERAGE_SURPRISAL),
        Metric.ofTokens(
            ScoreColumns.AVERAGE_RANK,
            "mean of min(r, clip)",
            Direction.LOWER,
            SOURCE,
            Rsr::averageRank),
        Metric.ofTokens(
            "avg_rank_unclipped",
            "mean of r",
            Direction.LOWER,
            SOURCE,
            (t, clip) -> Rsr.averageRank(t, Integer.MAX_VALUE)),
        Metric.ofTokens(
            ScoreColumns.AVERAGE_SURPRISAL,
            "mean of s, nats",
            Direction.LOWER,
            SOURCE,
            (t, clip) -> Rsr.averageSurprisal(t)),
        Metric.ofTokens(
            "perplexity",
            "exp(mean of s); of a set: the mean of these",
            Direction.LOWER,
            SOURCE,
            (t, clip) -> Math.exp(Rsr.averageSurprisal(t))),
        Metric.ofTokens(
            ScoreColumns.TOKENS,
            "number of response tokens",
            Direction.NONE,
            SOURCE,
            (t, clip) -> t.size()));
  }

  /** Other means of the same ratio. */
  static List<Metric> ratios() {
    return List.of(
        Metric.ofTokens(
            "rsr_filtered",
            "mean of min(r, clip) / s over the 30 % most surprising tokens",
            Direction.LOWER,
            SOURCE + " Eq. 5",
            TokenRatios::meanOfMostSurprising),
        Metric.ofTokens(
            "rsr_token", "mean of min(r, clip) / s", Direction.LOWER, ABLATION, TokenRatios::mean),
        Metric.ofTokens(
            "mean_rsr",
            "RSR; of a set: the mean of its trajectories' RSR",
            Direction.LOWER,
            ABLATION,
            Rsr::ofTrajectory));
  }

  /** Rank and surprisal put together in other ways than by a ratio of sums. */
  static List<Metric> combinations() {
    return List.of(
        Metric.ofTokens(
            "rank_minus_surprisal",
            "mean of min(r, clip) - s",
            Direction.LOWER,
            ABLATION,
            (t, clip) -> mean(t, k -> rank(t, k, clip) - t.surprisal(k))),
        Metric.ofTokens(
            "rank_times_surprisal",
            "mean of min(r, clip) s",
            Direction.LOWER,
            ABLATION,
            (t, clip) -> mean(t, k -> rank(t, k, clip) * t.surprisal(k))),
        Metric.ofTokens(
            "surprisal_weighted_rank",
            "Σ s min(r, clip) / Σ s",
            Direction.LOWER,
            ABLATION,
            (t, clip) -> sum(t, k -> t.surprisal(k) * rank(t, k, clip)) / sum(t, t::surprisal)),
        Metric.ofTokens(
            "rank_weighted_surprisal",
            "Σ min(r, clip) s / Σ min(r, clip)",
            Direction.LOWER,
            ABLATION,
            (t, clip) ->
                sum(t, k -> rank(t, k, clip) * t.surprisal(k)) / sum(t, k -> rank(t, k, clip))),
        power("rsr_sqrt_rank", "Σ √min(r, clip) / Σ s", 0.5, 1),
        power("rsr_squared_rank", "Σ min(r, clip)² / Σ s", 2, 1),
        power("rsr_sqrt_surprisal", "Σ min(r, clip) / Σ √s", 1, 0.5),
        power("rsr_squared_surprisal", "Σ min(r, clip) / Σ s²", 1, 2));
  }

  private static Metric power(String name, String formula, double ofRank, double ofSurprisal) {
    return Metric.ofTokens(
        name,
        formula,
        Direction.LOWER,
        ABLATION,
        (t, clip) ->
            sum(t, k -> Math.pow(rank(t, k, clip), ofRank))
                / sum(t, k -> Math.pow(t.surprisal(k), ofSurprisal)));
  }

  /** The student's entropy in the place of surprisal. */
  static List<Metric> entropies() {
    return List.of(
        Metric.ofTokens(
            "avg_entropy",
            "mean entropy of p, nats",
            Direction.LOWER,
            ABLATION,
            (t, clip) -> mean(t, t::entropy)),
        Metric.ofTokens(
                "rank_over_entropy",
                "Σ min(r, clip) / Σ entropy; of a set: ratio of the trajectories' means",
                Direction.LOWER,
                ABLATION,
                (t, clip) -> Rsr.averageRank(t, clip) / mean(t, t::entropy))
            .asRatio(ScoreColumns.AVERAGE_RANK, "avg_entropy"),
        Metric.ofTokens(
                "surprisal_over_entropy",
                "Σ s / Σ entropy; of a set: ratio of the trajectories' means",
                Direction.LOWER,
                ABLATION,
                (t, clip) -> Rsr.averageSurprisal(t) / mean(t, t::entropy))
            .asRatio(ScoreColumns.AVERAGE_SURPRISAL, "avg_entropy"));
  }
}
