package org.rsrkernel.metric;

import java.util.Optional;
import org.rsrkernel.scoring.TokenScores;

/**
 * A number about one trajectory, from its token scores alone.
 *
 * <p>A set's metric is the mean over its trajectories, or a ratio of two such means, as for RSR.
 */
public final class Metric {

  private final String name;
  private final String formula;
  private final Direction direction;
  private final String source;
  private final Function function;
  private final Optional<MeanRatio> setRatio;

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

  Metric(String name, String formula, Direction direction, String source, Function function) {
    this(name, formula, direction, source, function, Optional.empty());
  }

  Metric(
      String name,
      String formula,
      Direction direction,
      String source,
      Function function,
      Optional<MeanRatio> setRatio) {
    this.name = name;
    this.formula = formula;
    this.direction = direction;
    this.source = source;
    this.function = function;
    this.setRatio = setRatio;
  }

  /** How users call it: a column's name. */
  public String name() {
    return name;
  }

  /** In a line of text; r is a token's rank, s its surprisal, p its probability. */
  public String formula() {
    return formula;
  }

  /** Which end is better. */
  public Direction direction() {
    return direction;
  }

  /** The paper it comes from. */
  public String source() {
    return source;
  }

  /** How a set's metric comes of its trajectories', in words. */
  public String aggregation() {
    return setRatio
        .map(ratio -> "mean %s / mean %s".formatted(ratio.numerator(), ratio.denominator()))
        .orElse("the mean of its trajectories");
  }

  /** How a set's metric differs from the mean over its trajectories. */
  Optional<MeanRatio> setRatio() {
    return setRatio;
  }

  /**
   * The metric of one trajectory.
   *
   * @return NaN where it is undefined for these tokens
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
    double value = function.of(tokens, rankClip);
    return Double.isFinite(value) ? value : Double.NaN;
  }

  @Override
  public String toString() {
    return name + " = " + formula;
  }
}
