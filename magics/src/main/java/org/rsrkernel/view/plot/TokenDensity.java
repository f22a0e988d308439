package org.rsrkernel.view.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.view.figure.FigureJson;
import org.rsrkernel.view.html.Shown;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.HeatmapTrace;

/** How many tokens have which rank and surprisal; ranks by powers of ten, colours by logarithm. */
final class TokenDensity {

  private static final int COLUMNS = 40;
  private static final int ROWS = 30;
  private static final double MAX_SURPRISAL = 16;
  private static final double MAX_EXPONENT = 5;

  private TokenDensity() {}

  static FigureJson figure(List<ScoredTrajectory> trajectories) {
    int[][] counts = counts(trajectories);
    Object[] x = middles(COLUMNS, MAX_SURPRISAL);
    Object[] y = middles(ROWS, MAX_EXPONENT);
    for (int row = 0; row < ROWS; row++) {
      y[row] = Shown.rounded(Math.pow(10, (double) y[row]));
    }
    double[][] z = new double[ROWS][COLUMNS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        int count = counts[row][column];
        z[row][column] = count == 0 ? Double.NaN : Shown.rounded(Math.log10(count));
      }
    }
    long tokens = trajectories.stream().mapToLong(each -> each.scores().size()).sum();
    String title =
        "%s tokens of %s trajectories"
            .formatted(Shown.count(tokens), Shown.count(trajectories.size()));
    FigureJson figure =
        FigureJson.of(
            new Figure(
                FigureLayouts.of(title, "surprisal (nats)", "rank"),
                HeatmapTrace.builder(x, y, z).build()));
    describe(figure.trace(0), counts);
    figure.layout().withObject("/yaxis").put("type", "log");
    return figure;
  }

  private static int[][] counts(List<ScoredTrajectory> trajectories) {
    int[][] counts = new int[ROWS][COLUMNS];
    for (ScoredTrajectory trajectory : trajectories) {
      TokenScores scores = trajectory.scores();
      for (int token = 0; token < scores.size(); token++) {
        int row = bin(Math.log10(scores.rank(token)), ROWS, MAX_EXPONENT);
        counts[row][bin(scores.surprisal(token), COLUMNS, MAX_SURPRISAL)]++;
      }
    }
    return counts;
  }

  /** Values beyond the end count in the last bin. */
  private static int bin(double value, int bins, double end) {
    return Math.max(0, Math.min(bins - 1, (int) (value / end * bins)));
  }

  private static Object[] middles(int bins, double end) {
    Object[] middles = new Object[bins];
    for (int i = 0; i < bins; i++) {
      middles[i] = Shown.rounded((i + 0.5) * end / bins);
    }
    return middles;
  }

  private static void describe(ObjectNode trace, int[][] counts) {
    ArrayNode rows = trace.putArray("customdata");
    for (int[] row : counts) {
      ArrayNode values = rows.addArray();
      for (int count : row) {
        values.add(count);
      }
    }
    trace.put("colorscale", "Cividis").put("reversescale", true).put("hoverongaps", false);
    trace.put("hovertemplate", "%{customdata} tokens near %{x} nats<extra></extra>");
    ObjectNode bar = trace.putObject("colorbar");
    bar.put("tickprefix", "10<sup>").put("ticksuffix", "</sup>").put("thickness", 12);
    bar.putObject("title").put("text", "tokens");
  }
}
