package org.rsrkernel.metric;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.rsrkernel.metric.pass.PassMeasure;
import org.rsrkernel.metric.rule.RowMeasure;
import org.rsrkernel.scoring.TokenScores;

/**
 * A number about one trajectory: from its token scores alone, from further passes of a student, or
 * from a table's rows.
 *
 * <p>A set's metric is the mean over its trajectories, or a ratio of two such means, as for RSR.
 */
public final class Metric {

  private static final String ONE_PASS = "1";

  private final String name;
  private final String formula;
  private final Direction direction;
  private final String source;
  private final Computation computation;
  private final Optional<MeanRatio> setRatio;
  private final Set<Need> needs;
  private final String passes;
  private final boolean proxy;

  /** Computes a metric of token scores; called by several threads at once. */
  @FunctionalInterface
  public interface Function {

    /**
     * @param tokens at least one response token
     * @param rankClip upper bound put on every rank, at least 1; the paper uses 100
     * @return the metric, or NaN where it is undefined for these tokens
     */
    double of(TokenScores tokens, int rankClip);
  }

  private Metric(
      String name,
      String formula,
      Direction direction,
      String source,
      Computation computation,
      Optional<MeanRatio> setRatio,
      Set<Need> needs,
      String passes,
      boolean proxy) {
    this.name = name;
    this.formula = formula;
    this.direction = direction;
    this.source = source;
    this.computation = computation;
    this.setRatio = setRatio;
    this.needs = Set.copyOf(needs);
    this.passes = passes;
    this.proxy = proxy;
  }

  private static Metric of(
      String name, String formula, Direction direction, String source, Computation computation) {
    return new Metric(
        name, formula, direction, source, computation, Optional.empty(), Set.of(), ONE_PASS, false);
  }

  /** A metric of token scores; of a set, the mean. */
  static Metric ofTokens(
      String name, String formula, Direction direction, String source, Function function) {
    return of(name, formula, direction, source, new Computation.OfTokens(function));
  }

  /** A metric that asks a student about further texts. */
  static Metric ofPasses(
      String name, String formula, Direction direction, String source, PassMeasure measure) {
    return of(name, formula, direction, source, new Computation.OfPasses(measure));
  }

  /** A metric of a table's rows. */
  static Metric ofRows(
      String name, String formula, Direction direction, String source, RowMeasure measure) {
    return of(name, formula, direction, source, new Computation.OfRows(measure));
  }

  /** The same metric, but of a set the ratio of two other metrics' means. */
  Metric asRatio(String numerator, String denominator) {
    return new Metric(
        name,
        formula,
        direction,
        source,
        computation,
        Optional.of(new MeanRatio(numerator, denominator)),
        needs,
        passes,
        proxy);
  }

  /** The same metric with what it needs beside the responses' scores. */
  Metric needing(Need first, Need... further) {
    Set<Need> all = EnumSet.of(first, further);
    return new Metric(name, formula, direction, source, computation, setRatio, all, passes, proxy);
  }

  /**
   * The same metric with what it costs.
   *
   * @param cost in passes over the response, in words
   */
  Metric costing(String cost) {
    return new Metric(name, formula, direction, source, computation, setRatio, needs, cost, proxy);
  }

  /** The same metric, marked as a stand-in for what its paper generates or trains. */
  Metric asProxy() {
    return new Metric(name, formula, direction, source, computation, setRatio, needs, passes, true);
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

  /** What it needs beside the scores of the responses. */
  public Set<Need> needs() {
    return needs;
  }

  /** What it costs in passes over the response, in words; the scores themselves are one. */
  public String passes() {
    return passes;
  }

  /** Whether it stands in, by likelihoods, for a quantity that its paper generates or trains. */
  public boolean proxy() {
    return proxy;
  }

  /** Whether token scores that are kept give it, without a further pass or column. */
  public boolean isOfTokens() {
    return computation instanceof Computation.OfTokens;
  }

  /** Whether a table's columns and kept token scores give it, without a further pass. */
  public boolean isOfRows() {
    return computation instanceof Computation.OfRows;
  }

  Computation computation() {
    return computation;
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
   * @throws MetricException if token scores alone do not give it
   */
  public double of(TokenScores tokens, int rankClip) {
    if (tokens.size() == 0 || rankClip < 1) {
      throw new IllegalArgumentException(
          "%s needs at least 1 response token and a rank clip of at least 1, but got %d tokens and clip %d"
              .formatted(name, tokens.size(), rankClip));
    }
    if (computation instanceof Computation.OfTokens tokenMetric) {
      double value = tokenMetric.function().of(tokens, rankClip);
      return Double.isFinite(value) ? value : Double.NaN;
    }
    throw new MetricException(
        "'%s' is not a metric of token scores alone; score a table with it: %%rsr score TABLE --metrics %s"
            .formatted(name, name));
  }

  @Override
  public String toString() {
    return name + " = " + formula;
  }
}
