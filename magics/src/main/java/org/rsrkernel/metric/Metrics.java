package org.rsrkernel.metric;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rsrkernel.scoring.TokenScores;

/** The registry: every metric by name, the built-in ones first. Thread-safe. */
public final class Metrics {

  private static final String RSR_PAPER = "arXiv 2601.14249";

  private static final Map<String, Metric> REGISTRY =
      Collections.synchronizedMap(new LinkedHashMap<>());

  static {
    add("rsr", "Σ min(r, clip) / Σ s", Direction.LOWER, RSR_PAPER + " Eq. 6-7", Rsr::ofTrajectory);
    add("avg_rank", "mean of min(r, clip)", Direction.LOWER, RSR_PAPER, Rsr::averageRank);
    add(
        "avg_rank_unclipped",
        "mean of r",
        Direction.LOWER,
        RSR_PAPER,
        (tokens, clip) -> Rsr.averageRank(tokens, Integer.MAX_VALUE));
    add(
        "avg_surprisal",
        "mean of s, nats",
        Direction.LOWER,
        RSR_PAPER,
        (tokens, clip) -> Rsr.averageSurprisal(tokens));
    add(
        "perplexity",
        "exp(mean of s)",
        Direction.LOWER,
        RSR_PAPER,
        (tokens, clip) -> Math.exp(Rsr.averageSurprisal(tokens)));
    add("tokens", "response tokens", Direction.NONE, RSR_PAPER, (tokens, clip) -> tokens.size());
    add(
        "rsr_filtered",
        "mean of min(r, clip) / s over the 30 % most surprising tokens",
        Direction.LOWER,
        RSR_PAPER + " Eq. 5",
        TokenRatios::meanOfMostSurprising);
    add(
        "rsr_token",
        "mean of min(r, clip) / s",
        Direction.LOWER,
        RSR_PAPER + " ablation",
        TokenRatios::mean);
    add(
        "grape",
        "mean of ln p",
        Direction.HIGHER,
        "arXiv 2502.04194",
        (tokens, clip) -> -Rsr.averageSurprisal(tokens));
    add(
        "avg_entropy",
        "mean entropy of p, nats",
        Direction.LOWER,
        RSR_PAPER + " ablation",
        (tokens, clip) -> averageEntropy(tokens));
    add(
        "rank_over_entropy",
        "Σ min(r, clip) / Σ entropy",
        Direction.LOWER,
        RSR_PAPER + " ablation",
        (tokens, clip) -> Rsr.averageRank(tokens, clip) / averageEntropy(tokens));
    add(
        "rsd_acceptance",
        "share of tokens with r <= 20 and p >= 0.01",
        Direction.HIGHER,
        "arXiv 2509.22230",
        (tokens, clip) -> acceptance(tokens));
  }

  private Metrics() {}

  /**
   * Adds a metric of one's own, or replaces one of that name.
   *
   * @param function from token scores to a number; lower values are taken to be better
   */
  public static void register(String name, Metric.Function function) {
    add(name, "registered in this notebook", Direction.LOWER, "this notebook", function);
  }

  /** The metric of that name. */
  public static Optional<Metric> find(String name) {
    return Optional.ofNullable(REGISTRY.get(name));
  }

  /** All metrics in order of registration. */
  public static Collection<Metric> all() {
    synchronized (REGISTRY) {
      return List.copyOf(REGISTRY.values());
    }
  }

  private static void add(
      String name, String formula, Direction direction, String source, Metric.Function function) {
    REGISTRY.put(name, new Metric(name, formula, direction, source, function));
  }

  private static double averageEntropy(TokenScores tokens) {
    double sum = 0;
    for (int k = 0; k < tokens.size(); k++) {
      sum += tokens.entropy(k);
    }
    return sum / tokens.size();
  }

  private static double acceptance(TokenScores tokens) {
    double leastProbable = -Math.log(0.01);
    int accepted = 0;
    for (int k = 0; k < tokens.size(); k++) {
      if (tokens.rank(k) <= 20 && tokens.surprisal(k) <= leastProbable) {
        accepted++;
      }
    }
    return (double) accepted / tokens.size();
  }
}
