package org.rsrkernel.magic.verb;

import java.util.List;
import org.rsrkernel.metric.TeacherRanking;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A ranking as a table to work with, which shows itself with the ranking's intervals and notes. */
public final class RankingTable extends Table {

  private final TeacherRanking ranking;

  RankingTable(TeacherRanking ranking) {
    super("teachers by " + ranking.metric().name(), columns(ranking).toArray(Column<?>[]::new));
    this.ranking = ranking;
  }

  /** The ranking behind the rows. */
  public TeacherRanking ranking() {
    return ranking;
  }

  private static List<Column<?>> columns(TeacherRanking ranking) {
    StringColumn teachers = StringColumn.create("teacher");
    IntColumn counts = IntColumn.create("n");
    LongColumn tokens = LongColumn.create("tokens");
    DoubleColumn ranks = DoubleColumn.create("avg_rank");
    DoubleColumn surprisals = DoubleColumn.create("avg_surprisal");
    DoubleColumn values = DoubleColumn.create(ranking.metric().name());
    DoubleColumn lows = DoubleColumn.create("low");
    DoubleColumn highs = DoubleColumn.create("high");
    DoubleColumn beatsNext = DoubleColumn.create("beats_next");
    for (TeacherRanking.Row row : ranking.rows()) {
      teachers.append(row.teacher());
      counts.append(row.trajectories());
      tokens.append(row.tokens());
      ranks.append(row.averageRank());
      surprisals.append(row.averageSurprisal());
      values.append(row.value());
      lows.append(row.low());
      highs.append(row.high());
      beatsNext.append(row.beatsNext());
    }
    return List.of(teachers, counts, tokens, ranks, surprisals, values, lows, highs, beatsNext);
  }
}
