package org.rsrkernel.metric;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.scoring.part.Over;
import org.rsrkernel.scoring.part.ScoredPart;
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

  /** Which response tokens the scores are of, as {@code --over} names them; not there for all. */
  public static final String OVER = "over";

  /** Name of the student whose scores these are. */
  public static final String STUDENT = "student";

  private ScoreColumns() {}

  /**
   * A table with a row for each part of a trajectory: its columns, the part's scores, {@code over},
   * and the part's number where a trajectory has several ({@code turn}, {@code sentence}).
   *
   * @param parts in order
   * @param metrics beside those that are always there
   */
  public static Table ofParts(
      Table trajectories, List<ScoredPart> parts, Over over, List<Metric> metrics, int rankClip) {
    int[] rows = parts.stream().mapToInt(ScoredPart::index).toArray();
    Table repeated = Table.create(trajectories.name());
    trajectories.columns().forEach(column -> repeated.addColumns(column.subset(rows)));
    Table scored =
        addTo(repeated, parts.stream().map(ScoredPart::outcome).toList(), metrics, rankClip);
    if (over == Over.ALL) {
      return scored;
    }
    put(scored, constant(OVER, over.toString(), rows.length));
    over.unit()
        .ifPresent(
            unit ->
                put(
                    scored,
                    IntColumn.create(unit, parts.stream().mapToInt(ScoredPart::number).toArray())));
    return scored;
  }

  /** A copy of a scored table that says under which student it was scored. */
  public static Table withStudent(Table scored, String student) {
    Table named = scored.copy();
    put(named, constant(STUDENT, student, scored.rowCount()));
    return named;
  }

  private static StringColumn constant(String name, String value, int rows) {
    return StringColumn.create(name, Collections.nCopies(rows, value));
  }

  /** The response tokens that a scored table's numbers are of, in words. */
  static String overTitle(Table scored) {
    if (!scored.containsColumn(OVER) || scored.isEmpty()) {
      return Over.ALL.title();
    }
    String label = scored.column(OVER).getUnformattedString(0);
    return Over.named(label).map(Over::title).orElse(label);
  }

  /**
   * A copy of the table with the scores beside it.
   *
   * @param outcomes one a row, in the rows' order
   * @param further metrics beside the four that are always there
   */
  public static Table addTo(
      Table trajectories, List<ScoredTrajectory> outcomes, List<Metric> further, int rankClip) {
    IntColumn tokens = IntColumn.create(TOKENS);
    StringColumn status = StringColumn.create(STATUS);
    StringColumn keys = StringColumn.create(SCORE_KEY);
    for (ScoredTrajectory outcome : outcomes) {
      appendTokens(tokens, outcome);
      status.append(outcome.status());
      keys.append(outcome.key().map(ScoreKey::value).orElse(""));
    }
    Table scored = trajectories.copy();
    put(scored, tokens);
    List<Metric> metrics =
        Stream.concat(
                Stream.of(AVERAGE_RANK, AVERAGE_SURPRISAL, RSR)
                    .map(name -> Metrics.find(name).orElseThrow()),
                further.stream())
            .toList();
    putMetrics(scored, outcomes, metrics, rankClip);
    put(scored, status);
    put(scored, keys);
    return scored;
  }

  /**
   * A copy of a scored table with further metrics of the same scores.
   *
   * @param outcomes one a row, in the rows' order
   */
  public static Table withMetrics(
      Table scored, List<ScoredTrajectory> outcomes, List<Metric> metrics, int rankClip) {
    Table more = scored.copy();
    putMetrics(more, outcomes, metrics, rankClip);
    return more;
  }

  private static void putMetrics(
      Table table, List<ScoredTrajectory> outcomes, List<Metric> metrics, int rankClip) {
    for (Metric metric : withWhatSetsNeed(metrics)) {
      if (metric.name().equals(TOKENS)) {
        continue;
      }
      double[] values =
          outcomes.parallelStream()
              .map(ScoredTrajectory::scores)
              .mapToDouble(
                  scores -> scores.map(each -> metric.of(each, rankClip)).orElse(Double.NaN))
              .toArray();
      put(table, DoubleColumn.create(metric.name(), values)); // NaN is Tablesaw's missing value
    }
  }

  /** The metrics, each after those that its sets' ratio is made of. */
  private static Set<Metric> withWhatSetsNeed(List<Metric> given) {
    Set<Metric> metrics = new LinkedHashSet<>();
    for (Metric metric : given) {
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
  static void put(Table table, tech.tablesaw.columns.Column<?> column) {
    if (table.containsColumn(column.name())) {
      table.replaceColumn(column.name(), column);
    } else {
      table.addColumns(column);
    }
  }
}
