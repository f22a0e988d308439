package org.rsrkernel.view.heatmap;

import java.util.Locale;

/** What a token's colour means. */
public enum HeatMapMode {
  /** Buckets of the rank. */
  RANK,
  /** Nats. */
  SURPRISAL,
  /** Clipped rank over surprisal: the token's own part in the RSR. */
  RSR,
  /** The student's probability of the token. */
  PROBABILITY;

  /** The mode's name in options and in the page. */
  public String option() {
    return name().toLowerCase(Locale.ROOT);
  }
}
