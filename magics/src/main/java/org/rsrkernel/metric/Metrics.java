package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.trajectory.Columns;

/**
 * The registry: every metric by name, the built-in ones first. Thread-safe.
 *
 * <p>A cell adds one of its own, which verbs then know by its name:
 *
 * <pre>Metrics.register("first_rank", t -> t.rank(0));</pre>
 */
public final class Metrics {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /** Columns that tables of trajectories and of teachers have already. */
  private static final Set<String> TAKEN =
      Set.of(
          Columns.ID,
          Columns.TEACHER,
          Columns.QUESTION,
          Columns.RESPONSE,
          Columns.REASONING,
          Columns.MESSAGES,
          Columns.ANSWER,
          Columns.CORRECT,
          Columns.TOOLS,
          Columns.SYSTEM,
          Columns.NOTE,
          ScoreColumns.STATUS,
          ScoreColumns.SCORE_KEY,
          ScoreColumns.OVER,
          ScoreColumns.STUDENT,
          TrainingWeights.COLUMN,
          "turn",
          "sentence",
          "length",
          "n",
          "questions",
          "low",
          "high",
          "beats_next");

  private static final Map<String, Metric> BUILT_IN = new LinkedHashMap<>();
  private static final Map<String, Metric> REGISTERED = new LinkedHashMap<>(); // guards itself

  static {
    Stream.of(
            PaperMetrics.main(),
            PaperMetrics.ratios(),
            PaperMetrics.combinations(),
            PaperMetrics.entropies(),
            OtherPapersMetrics.all(),
            FurtherPassMetrics.all(),
            RowMetrics.all())
        .flatMap(List::stream)
        .forEach(metric -> BUILT_IN.put(metric.name(), metric));
  }

  private Metrics() {}

  /** Adds a metric, or replaces one registered before; lower values are taken to be better. */
  public static void register(String name, ToDoubleFunction<TokenScores> function) {
    register(name, Direction.LOWER, (tokens, clip) -> function.applyAsDouble(tokens));
  }

  /** Adds a metric that heeds the clip on ranks; lower values are taken to be better. */
  public static void register(String name, Metric.Function function) {
    register(name, Direction.LOWER, function);
  }

  /**
   * Adds a metric, or replaces one registered before.
   *
   * @param name letters, digits and underscores: a column's name
   * @throws MetricException if the name is not of that form, or belongs to a built-in metric or
   *     another column
   */
  public static void register(String name, Direction direction, Metric.Function function) {
    if (!NAME.matcher(name).matches()) {
      throw new MetricException(
          "A metric's name is made of letters, digits and underscores and begins with a letter, but got '%s'."
              .formatted(name));
    }
    if (BUILT_IN.containsKey(name)) {
      throw new MetricException(
          "'%s' is a built-in metric. Register yours under another name.".formatted(name));
    }
    if (TAKEN.contains(name)) {
      throw new MetricException(
          "Tables have a column '%s' already. Register the metric under another name."
              .formatted(name));
    }
    Metric metric =
        Metric.ofTokens(name, "registered in this notebook", direction, "this notebook", function);
    synchronized (REGISTERED) {
      REGISTERED.put(name, metric);
    }
  }

  /** The metric of that name. */
  public static Optional<Metric> find(String name) {
    synchronized (REGISTERED) {
      return Optional.ofNullable(BUILT_IN.getOrDefault(name, REGISTERED.get(name)));
    }
  }

  /** All metrics, the built-in ones first, then in order of registration. */
  public static Collection<Metric> all() {
    List<Metric> all = new ArrayList<>(BUILT_IN.values());
    synchronized (REGISTERED) {
      all.addAll(REGISTERED.values());
    }
    return all;
  }
}
