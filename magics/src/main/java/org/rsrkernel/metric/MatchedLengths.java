package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/**
 * Trajectories of like lengths, so that a ranking cannot come of length alone.
 *
 * <p>Coarsened exact matching: lengths fall into classes whose ends lie a factor of √2 apart, and
 * of every class each teacher keeps as many trajectories as the one with the fewest there, drawn at
 * random.
 */
public final class MatchedLengths {

  private static final double CLASSES_A_DOUBLING = 2;

  private MatchedLengths() {}

  /**
   * The rows kept.
   *
   * @param by the column that names the teacher
   * @param seed of the draw
   * @throws MetricException if a column is missing, or in no class does every teacher have a
   *     trajectory
   */
  public static Table only(Table scored, String by, long seed) {
    Column<?> named = ScoredColumn.any(scored, by);
    NumericColumn<?> tokens = ScoredColumn.numbers(scored, ScoreColumns.TOKENS);
    Map<Long, Map<String, List<Integer>>> classes = new TreeMap<>();
    Map<String, List<Double>> lengths = new LinkedHashMap<>();
    for (int row = 0; row < scored.rowCount(); row++) {
      double length = tokens.getDouble(row);
      if (length >= 1) { // not missing
        String teacher = named.getUnformattedString(row);
        lengths.computeIfAbsent(teacher, name -> new ArrayList<>()).add(length);
        classes
            .computeIfAbsent(lengthClass(length), each -> new LinkedHashMap<>())
            .computeIfAbsent(teacher, name -> new ArrayList<>())
            .add(row);
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    int[] kept =
        classes.values().stream()
            .filter(each -> each.size() == lengths.size())
            .flatMap(each -> drawn(each, random).stream())
            .mapToInt(Integer::intValue)
            .toArray();
    if (kept.length == 0) {
      throw new MetricException(unmatched(lengths));
    }
    return scored.where(Selection.with(kept)).setName(scored.name());
  }

  private static long lengthClass(double tokens) {
    return (long) Math.floor(CLASSES_A_DOUBLING * Math.log(tokens) / Math.log(2));
  }

  /** As many rows of each teacher as the one with the fewest has. */
  private static List<Integer> drawn(Map<String, List<Integer>> rows, SplittableRandom random) {
    int fewest = rows.values().stream().mapToInt(List::size).min().orElseThrow();
    List<Integer> drawn = new ArrayList<>();
    for (List<Integer> own : rows.values()) {
      List<Integer> left = new ArrayList<>(own);
      for (int i = 0; i < fewest; i++) {
        drawn.add(left.remove(random.nextInt(left.size())));
      }
    }
    return drawn;
  }

  private static String unmatched(Map<String, List<Double>> lengths) {
    List<String> medians = new ArrayList<>();
    lengths.forEach(
        (teacher, own) -> {
          double[] all = own.stream().mapToDouble(Double::doubleValue).toArray();
          medians.add("%s %.0f".formatted(teacher, Quantiles.percentile(all, 50)));
        });
    return "At no length does every teacher have a trajectory, so lengths cannot be matched. Median response tokens: %s."
        .formatted(medians.isEmpty() ? "no row has scores" : String.join(", ", medians));
  }
}
