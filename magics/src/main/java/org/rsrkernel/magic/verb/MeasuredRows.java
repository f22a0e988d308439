package org.rsrkernel.magic.verb;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.view.plot.MapPoint;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** A scored table's rows as the figures' points. */
final class MeasuredRows {

  private MeasuredRows() {}

  /** Rows that have an RSR. */
  static List<MapPoint> points(Table scored, String by) {
    double[] tokens = numbers(scored, ScoreColumns.TOKENS);
    double[] ranks = numbers(scored, ScoreColumns.AVERAGE_RANK);
    double[] surprisals = numbers(scored, ScoreColumns.AVERAGE_SURPRISAL);
    double[] ratios = numbers(scored, ScoreColumns.RSR);
    List<MapPoint> points = new ArrayList<>();
    for (int row = 0; row < ratios.length; row++) {
      if (!Double.isNaN(ratios[row])) {
        points.add(
            new MapPoint(
                ScoredTables.text(scored, Columns.ID, row),
                ScoredTables.text(scored, by, row),
                (int) tokens[row],
                ranks[row],
                surprisals[row],
                ratios[row],
                ScoredTables.text(scored, Columns.QUESTION, row)));
      }
    }
    return points;
  }

  /**
   * A column's numbers, NaN where one is missing.
   *
   * @throws RsrException if the table has no such column, or it holds no numbers
   */
  static double[] numbers(Table table, String column) {
    ScoredTables.requireColumn(table, column);
    if (!(table.column(column) instanceof NumericColumn<?> numbers)) {
      throw new RsrException(
          "The column '%s' of the table '%s' holds no numbers.".formatted(column, table.name()));
    }
    double[] values = new double[table.rowCount()];
    for (int row = 0; row < values.length; row++) {
      values[row] = numbers.isMissing(row) ? Double.NaN : numbers.getDouble(row);
    }
    return values;
  }
}
