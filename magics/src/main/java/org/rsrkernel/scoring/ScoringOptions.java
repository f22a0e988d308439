package org.rsrkernel.scoring;

/**
 * How a run is cut.
 *
 * @param batchTokens most tokens computed in one forward pass
 * @param maxLength tokens kept of a sequence; later ones are cut off, as the paper's code does, and
 *     the row is marked
 */
public record ScoringOptions(int batchTokens, int maxLength) {

  public ScoringOptions {
    if (batchTokens < 1 || maxLength < 2) {
      throw new IllegalArgumentException(
          "batch tokens must be at least 1 and max length at least 2, but are "
              + batchTokens
              + " and "
              + maxLength);
    }
  }
}
