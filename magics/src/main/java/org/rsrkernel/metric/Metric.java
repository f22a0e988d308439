package org.rsrkernel.metric;

import org.rsrkernel.scoring.TokenScores;

/**
 * A number about one trajectory, from its token scores alone.
 *
 * @param name how users call it: a column's name
 * @param formula in a line of text
 * @param direction which end is better
 * @param source the paper it comes from
 * @param function computes it; never called for a trajectory without response tokens
 */
public record Metric(
    String name, String formula, Direction direction, String source, Function function) {

  /** Computes a metric. */
  @FunctionalInterface
  public interface Function {

    /**
     * @param tokens at least one response token
     * @param rankClip upper bound put on every rank, at least 1; the paper uses 100
     * @return the metric, or NaN where it is undefined for these tokens
     */
    double of(TokenScores tokens, int rankClip);
  }

  /**
   * The metric of one trajectory.
   *
   * @throws IllegalArgumentException if there is no response token or the clip is below 1
   */
  public double of(TokenScores tokens, int rankClip) {
    if (tokens.size() == 0 || rankClip < 1) {
      throw new IllegalArgumentException(
          name
              + " needs at least 1 response token and a rank clip of at least 1, but got "
              + tokens.size()
              + " tokens and clip "
              + rankClip);
    }
    return function.of(tokens, rankClip);
  }
}
