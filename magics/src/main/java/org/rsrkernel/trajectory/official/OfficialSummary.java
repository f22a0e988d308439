package org.rsrkernel.trajectory.official;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One set of trajectories as a row of {@code rsr_MODEL.tsv}.
 *
 * @param dataName the set's relative path with {@code __} for {@code /}, without suffix
 * @param averageResponseTokens {@code avg_resp_token_length}
 * @param averageRank mean of the samples' mean clipped ranks
 * @param averageSurprisal mean of the samples' mean surprisals, nats
 * @param rankSurprisalRatio the one over the other
 * @param inferSeconds time of the student's forward passes; NaN, an empty cell, where not known, as
 *     where they were done before
 * @param metricsSeconds time of the metrics
 */
public record OfficialSummary(
    String dataName,
    double averageResponseTokens,
    double averageRank,
    double averageSurprisal,
    double rankSurprisalRatio,
    double inferSeconds,
    double metricsSeconds) {

  static final List<String> COLUMNS =
      List.of(
          "data_name",
          "avg_resp_token_length",
          "avg_rank_clip",
          "avg_surprisal",
          "rank_surprisal_ratio",
          "infer_seconds",
          "metrics_seconds");

  /** The summary of a set; samples without response tokens are left out, as in the paper's code. */
  static OfficialSummary of(OfficialSet set) {
    List<OfficialMetrics> metrics = set.scored().map(OfficialSample::metrics).toList();
    double rank =
        metrics.stream().mapToDouble(OfficialMetrics::averageRank).average().orElse(Double.NaN);
    double surprisal =
        metrics.stream()
            .mapToDouble(OfficialMetrics::averageSurprisal)
            .average()
            .orElse(Double.NaN);
    return new OfficialSummary(
        set.name().replace("/", "__"),
        metrics.stream().mapToInt(OfficialMetrics::responseTokens).average().orElse(Double.NaN),
        rank,
        surprisal,
        rank / surprisal,
        set.inferSeconds(),
        set.metricsSeconds());
  }

  /** The row's cells by column; numbers with five decimals. */
  Map<String, String> cells() {
    double[] numbers = {
      averageResponseTokens,
      averageRank,
      averageSurprisal,
      rankSurprisalRatio,
      inferSeconds,
      metricsSeconds
    };
    Map<String, String> cells = new LinkedHashMap<>(Map.of(COLUMNS.get(0), dataName));
    for (int i = 0; i < numbers.length; i++) {
      cells.put(COLUMNS.get(i + 1), cell(numbers[i]));
    }
    return cells;
  }

  private static String cell(double number) {
    return Double.isFinite(number) ? String.format(Locale.ROOT, "%.5f", number) : "";
  }
}
