package org.rsrkernel.metric;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.scoring.part.ScoredPart;

/** The metrics of token scores that a table gets. Immutable and thread-safe. */
public final class ScoreMeasures {

  private final List<Metric> metrics;
  private final int rankClip;

  private ScoreMeasures(List<Metric> given, int rankClip) {
    this.metrics = withWhatSetsNeed(given);
    this.rankClip = rankClip;
  }

  /**
   * Mean rank, mean surprisal and RSR, and further metrics beside them.
   *
   * @param rankClip upper bound put on every rank, at least 1
   */
  public static ScoreMeasures rsrAnd(List<Metric> further, int rankClip) {
    Stream<Metric> always =
        Stream.of(ScoreColumns.AVERAGE_RANK, ScoreColumns.AVERAGE_SURPRISAL, ScoreColumns.RSR)
            .map(name -> Metrics.find(name).orElseThrow());
    return new ScoreMeasures(Stream.concat(always, further.stream()).toList(), rankClip);
  }

  /**
   * These metrics alone.
   *
   * @param rankClip upper bound put on every rank, at least 1
   */
  public static ScoreMeasures only(List<Metric> metrics, int rankClip) {
    return new ScoreMeasures(metrics, rankClip);
  }

  /** In the order of their columns. */
  List<Metric> metrics() {
    return metrics;
  }

  /** Measures one outcome; its token scores may be forgotten then. */
  public MeasuredOutcome of(ScoredTrajectory outcome) {
    return new MeasuredOutcome(
        outcome.status(),
        outcome.key(),
        outcome.scores().map(TokenScores::size),
        outcome.scores().map(this::values).orElse(List.of()));
  }

  /** As {@link #of(ScoredTrajectory)}, of a part. */
  public MeasuredPart of(ScoredPart part) {
    return new MeasuredPart(part.index(), part.number(), of(part.outcome()));
  }

  private List<Double> values(TokenScores scores) {
    return metrics.stream().map(metric -> metric.of(scores, rankClip)).toList();
  }

  /** The metrics, each after those that its sets' ratio is made of. */
  private static List<Metric> withWhatSetsNeed(List<Metric> given) {
    Set<Metric> metrics = new LinkedHashSet<>();
    for (Metric metric : given) {
      metric
          .setRatio()
          .ifPresent(
              ratio -> {
                metrics.add(Metrics.find(ratio.numerator()).orElseThrow());
                metrics.add(Metrics.find(ratio.denominator()).orElseThrow());
              });
      metrics.add(metric);
    }
    metrics.removeIf(metric -> metric.name().equals(ScoreColumns.TOKENS)); // has its own column
    return List.copyOf(metrics);
  }
}
