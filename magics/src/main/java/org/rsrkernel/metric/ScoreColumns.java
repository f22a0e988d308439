package org.rsrkernel.metric;

import java.util.Collections;
import java.util.List;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.part.Over;
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
   * @param measures that measured them
   */
  public static Table ofParts(
      Table trajectories, List<MeasuredPart> parts, Over over, ScoreMeasures measures) {
    int[] rows = parts.stream().mapToInt(MeasuredPart::index).toArray();
    Table repeated = Table.create(trajectories.name());
    trajectories.columns().forEach(column -> repeated.addColumns(column.subset(rows)));
    putAll(repeated, parts.stream().map(MeasuredPart::outcome).toList(), measures);
    if (over == Over.ALL) {
      return repeated;
    }
    put(repeated, constant(OVER, over.toString(), rows.length));
    over.unit()
        .ifPresent(
            unit ->
                put(
                    repeated,
                    IntColumn.create(
                        unit, parts.stream().mapToInt(MeasuredPart::number).toArray())));
    return repeated;
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
   * @param further metrics beside those that are always there
   */
  public static Table addTo(
      Table trajectories, List<ScoredTrajectory> outcomes, List<Metric> further, int rankClip) {
    ScoreMeasures measures = ScoreMeasures.rsrAnd(further, rankClip);
    return addTo(trajectories, outcomes.parallelStream().map(measures::of).toList(), measures);
  }

  /**
   * As {@link #addTo(Table, List, List, int)}, of outcomes that are measured already.
   *
   * @param measures that measured them
   */
  public static Table addTo(
      Table trajectories, List<MeasuredOutcome> outcomes, ScoreMeasures measures) {
    Table scored = trajectories.copy();
    putAll(scored, outcomes, measures);
    return scored;
  }

  /**
   * A copy of a scored table with further metrics of the same scores.
   *
   * @param outcomes one a row, in the rows' order
   */
  public static Table withMetrics(
      Table scored, List<ScoredTrajectory> outcomes, List<Metric> metrics, int rankClip) {
    ScoreMeasures measures = ScoreMeasures.only(metrics, rankClip);
    Table more = scored.copy();
    putMetrics(more, outcomes.parallelStream().map(measures::of).toList(), measures);
    return more;
  }

  private static void putAll(Table table, List<MeasuredOutcome> outcomes, ScoreMeasures measures) {
    IntColumn tokens = IntColumn.create(TOKENS);
    StringColumn status = StringColumn.create(STATUS);
    StringColumn keys = StringColumn.create(SCORE_KEY);
    for (MeasuredOutcome outcome : outcomes) {
      outcome.tokens().ifPresentOrElse(tokens::append, tokens::appendMissing);
      status.append(outcome.status());
      keys.append(outcome.key().map(ScoreKey::value).orElse(""));
    }
    put(table, tokens);
    putMetrics(table, outcomes, measures);
    put(table, status);
    put(table, keys);
  }

  private static void putMetrics(
      Table table, List<MeasuredOutcome> outcomes, ScoreMeasures measures) {
    List<Metric> metrics = measures.metrics();
    for (int m = 0; m < metrics.size(); m++) {
      DoubleColumn values = DoubleColumn.create(metrics.get(m).name());
      for (MeasuredOutcome outcome : outcomes) {
        // NaN is Tablesaw's missing value
        values.append(outcome.values().isEmpty() ? Double.NaN : outcome.values().get(m));
      }
      put(table, values);
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
