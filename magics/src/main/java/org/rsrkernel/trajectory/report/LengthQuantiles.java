package org.rsrkernel.trajectory.report;

import java.util.Arrays;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How long the responses are, in characters. Each quantile is the length of a response: the
 * smallest that at least that share of responses does not exceed.
 *
 * @param empty responses without any text; they count as length 0 below
 */
public record LengthQuantiles(
    int empty,
    int minimum,
    int lowerQuartile,
    int median,
    int upperQuartile,
    int p95,
    int maximum) {

  /** All zero for a table without rows. */
  public static LengthQuantiles of(Table table) {
    StringColumn responses = table.stringColumn(Columns.RESPONSE);
    int[] lengths = new int[Math.max(1, responses.size())];
    for (int row = 0; row < responses.size(); row++) {
      lengths[row] = responses.get(row).length();
    }
    Arrays.sort(lengths);
    int empty = (int) Arrays.stream(lengths).limit(responses.size()).filter(n -> n == 0).count();
    return new LengthQuantiles(
        empty,
        lengths[0],
        quantile(lengths, 0.25),
        quantile(lengths, 0.5),
        quantile(lengths, 0.75),
        quantile(lengths, 0.95),
        lengths[lengths.length - 1]);
  }

  private static int quantile(int[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  @Override
  public String toString() {
    return "%,d to %,d characters, median %,d, 95%% within %,d%s"
        .formatted(
            minimum, maximum, median, p95, empty == 0 ? "" : "; %,d without text".formatted(empty));
  }
}
