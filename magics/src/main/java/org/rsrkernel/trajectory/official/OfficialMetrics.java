package org.rsrkernel.trajectory.official;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One scored trajectory as a row of {@code _sample_metrics}.
 *
 * @param responseTokens {@code resp_token_length}
 * @param averageRank {@code avg_rank_clip}
 * @param averageSurprisal {@code avg_surprisal}, nats
 * @param rankSurprisalRatio {@code rank_surprisal_ratio}
 * @param metadata further columns: JSON values as Java sees them
 */
public record OfficialMetrics(
    String sampleId,
    int responseTokens,
    double averageRank,
    double averageSurprisal,
    double rankSurprisalRatio,
    Map<String, Object> metadata) {

  public OfficialMetrics {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }
}
