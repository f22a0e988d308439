package org.rsrkernel.metric;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.TokenScores;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The columns that scoring adds to a table of trajectories: {@code tokens}, {@code avg_rank},
 * {@code avg_surprisal}, {@code rsr}, further metrics, {@code status} and {@code score_key}.
 */
public final class ScoreColumns {

  public static final String TOKENS = "tokens";
  public static final String AVERAGE_RANK = "avg_rank";
  public static final String AVERAGE_SURPRISAL = "avg_surprisal";
  public static final String RSR = "rsr";
  public static final String STATUS = "status";

  /** Finds a row's token scores again after the table was filtered, sorted or joined. */
  public static final String SCORE_KEY = "score_key";

  private ScoreColumns() {}

  /**
   * A copy of the table with the scores beside it.
   *
   * @param outcomes one a row, in the rows' order
   * @param further metrics beside the four that are always there
   */
  public static Table addTo(
      Table trajectories, List<ScoredTrajectory> outcomes, List<Metric> further, int rankClip) {
    List<Metric> metrics = List.copyOf(withWhatSetsNeed(further));
    IntColumn tokens = IntColumn.create(TOKENS);
    List<DoubleColumn> values = metrics.stream().map(m -> DoubleColumn.create(m.name())).toList();
    StringColumn status = StringColumn.create(STATUS);
    StringColumn keys = StringColumn.create(SCORE_KEY);
    for (ScoredTrajectory outcome : outcomes) {
      appendTokens(tokens, outcome);
      for (int m = 0; m < metrics.size(); m++) {
        Metric metric = metrics.get(m);
        double value =
            outcome.scores().map(scores -> metric.of(scores, rankClip)).orElse(Double.NaN);
        if (Double.isNaN(value)) {
          values.get(m).appendMissing();
        } else {
          values.get(m).append(value);
        }
      }
      status.append(outcome.status());
      keys.append(outcome.key().map(ScoreKey::value).orElse(""));
    }
    Table scored = trajectories.copy();
    put(scored, tokens);
    for (DoubleColumn column : values) {
      if (!column.name().equals(TOKENS)) {
        put(scored, column);
      }
    }
    put(scored, status);
    put(scored, keys);
    return scored;
  }

  /** The three that are always there, then the further ones after what their sets' ratios need. */
  private static Set<Metric> withWhatSetsNeed(List<Metric> further) {
    Set<Metric> metrics = new LinkedHashSet<>();
    for (String name : List.of(AVERAGE_RANK, AVERAGE_SURPRISAL, RSR)) {
      metrics.add(Metrics.find(name).orElseThrow());
    }
    for (Metric metric : further) {
      metric
          .setRatio()
          .ifPresent(
              ratio -> {
                metrics.add(Metrics.find(ratio.numerator()).orElseThrow());
                metrics.add(Metrics.find(ratio.denominator()).orElseThrow());
              });
      metrics.add(metric);
    }
    return metrics;
  }

  private static void appendTokens(IntColumn tokens, ScoredTrajectory outcome) {
    if (outcome.scores().isPresent()) {
      tokens.append(outcome.scores().map(TokenScores::size).orElseThrow());
    } else {
      tokens.appendMissing();
    }
  }

  /** Adds the column, in place of one of that name from an earlier scoring. */
  private static void put(Table table, tech.tablesaw.columns.Column<?> column) {
    if (table.containsColumn(column.name())) {
      table.replaceColumn(column.name(), column);
    } else {
      table.addColumns(column);
    }
  }
}
