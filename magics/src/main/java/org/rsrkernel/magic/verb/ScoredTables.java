package org.rsrkernel.magic.verb;

import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.ScoreColumns;
import tech.tablesaw.api.Table;

/** Operands that must have been scored. */
final class ScoredTables {

  private ScoredTables() {}

  /**
   * The scored table that the operand means.
   *
   * @param operand or null for the table scored last
   */
  static Table named(RsrSession session, String operand) {
    if (operand == null) {
      return session
          .tables()
          .latestScored()
          .orElseThrow(
              () ->
                  new RsrException(
                      "Nothing is scored yet. Score a table first: var scored = %rsr score demo"));
    }
    Table table = session.tables().get(operand);
    if (!table.containsColumn(ScoreColumns.RSR)) {
      throw new RsrException(
          "The table '%s' is not scored. Score it first: var scored = %%rsr score %s"
              .formatted(operand, operand));
    }
    return table;
  }

  /**
   * @throws RsrException with the columns there are if the table lacks this one
   */
  static void requireColumn(Table table, String column) {
    if (!table.containsColumn(column)) {
      throw new RsrException(
          "The table '%s' has no column '%s'; it has %s."
              .formatted(table.name(), column, String.join(", ", table.columnNames())));
    }
  }

  /**
   * @throws RsrException unless ranks can be clipped there
   */
  static int requireClip(int clip) {
    if (clip < 1) {
      throw new RsrException("--clip is " + clip + ", but a rank is at least 1.");
    }
    return clip;
  }

  /** A cell as text; empty where the column is missing. */
  static String text(Table table, String column, int row) {
    return table.containsColumn(column) ? table.column(column).getUnformattedString(row) : "";
  }
}
