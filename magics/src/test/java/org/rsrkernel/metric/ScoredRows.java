package org.rsrkernel.metric;

import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Builds scored tables row by row. */
final class ScoredRows {

  private final StringColumn ids = StringColumn.create(Columns.ID);
  private final StringColumn teachers = StringColumn.create(Columns.TEACHER);
  private final IntColumn tokens = IntColumn.create(ScoreColumns.TOKENS);
  private final DoubleColumn ranks = DoubleColumn.create(ScoreColumns.AVERAGE_RANK);
  private final DoubleColumn surprisals = DoubleColumn.create(ScoreColumns.AVERAGE_SURPRISAL);
  private final DoubleColumn ratios = DoubleColumn.create(ScoreColumns.RSR);
  private final StringColumn status = StringColumn.create(ScoreColumns.STATUS);
  private final BooleanColumn correct = BooleanColumn.create(Columns.CORRECT);

  /** A trajectory of 10 tokens with scores. */
  ScoredRows row(String id, String teacher, double rank, double surprisal) {
    return row(id, teacher, 10, rank, surprisal, "ok", null);
  }

  ScoredRows row(
      String id,
      String teacher,
      int length,
      double rank,
      double surprisal,
      String statusOfRow,
      Boolean right) {
    ids.append(id);
    teachers.append(teacher);
    tokens.append(length);
    ranks.append(rank);
    surprisals.append(surprisal);
    ratios.append(surprisal == 0 ? Double.NaN : rank / surprisal);
    status.append(statusOfRow);
    if (right == null) {
      correct.appendMissing();
    } else {
      correct.append(right);
    }
    return this;
  }

  /** A trajectory that could not be scored. */
  ScoredRows unscored(String id, String teacher) {
    return row(id, teacher, 0, Double.NaN, Double.NaN, "no_response", null);
  }

  Table table() {
    return Table.create(
        "scored", ids, teachers, tokens, ranks, surprisals, ratios, status, correct);
  }
}
