package org.rsrkernel.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/** What was chosen, beside what chance or length alone would have chosen. */
public final class ChoiceReport {

  private static final String RANDOM = "random_order";

  private ChoiceReport() {}

  /**
   * One row each for the choice, a random and the longest one of as many a question, and all rows:
   * trajectories, questions, tokens, and the metric of the set.
   *
   * @param scored what was chosen from
   * @param seed of the random choice
   */
  public static Table of(TrajectoryChoice choice, Table scored, Table chosen, long seed) {
    Metric metric = choice.metric();
    Map<String, Table> sets = new LinkedHashMap<>();
    Table valued = scored.where(scored.column(metric.name()).isNotMissing());
    sets.put("chosen", chosen);
    sets.put("random", baseline(choice, shuffled(valued, seed), RANDOM));
    sets.put("longest", baseline(choice, valued, ScoreColumns.TOKENS));
    sets.put("all", valued);
    StringColumn names = StringColumn.create("selection");
    IntColumn counts = IntColumn.create("trajectories");
    IntColumn questions = IntColumn.create("questions");
    LongColumn tokens = LongColumn.create("tokens");
    DoubleColumn values = DoubleColumn.create(metric.name());
    sets.forEach(
        (name, rows) -> {
          names.append(name);
          counts.append(rows.rowCount());
          questions.append(rows.column(Columns.ID).countUnique());
          tokens.append((long) rows.numberColumn(ScoreColumns.TOKENS).sum());
          values.append(TeacherSample.ofAll(rows, metric).value());
        });
    return Table.create("selection by " + metric.name(), names, counts, questions, tokens, values);
  }

  private static Table baseline(TrajectoryChoice choice, Table rows, String column) {
    int[] highest = new BestPerQuestion(column, Direction.HIGHER, choice.limits()).rows(rows);
    return rows.where(Selection.with(highest));
  }

  private static Table shuffled(Table rows, long seed) {
    double[] order = new SplittableRandom(seed).doubles(rows.rowCount()).toArray();
    return rows.copy().addColumns(DoubleColumn.create(RANDOM, order));
  }
}
