package org.rsrkernel.view.plot;

import java.util.Objects;

/**
 * A trajectory on the map.
 *
 * @param tokens response tokens
 * @param avgRank mean clipped rank
 * @param avgSurprisal mean surprisal, nats
 * @param rsr ranks per nat
 * @param label more to say on hover, such as the question; may be empty
 */
public record MapPoint(
    String id,
    String teacher,
    int tokens,
    double avgRank,
    double avgSurprisal,
    double rsr,
    String label) {

  public MapPoint {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(teacher, "teacher");
    Objects.requireNonNull(label, "label");
  }

  boolean drawable() {
    return Double.isFinite(avgRank) && Double.isFinite(avgSurprisal);
  }
}
