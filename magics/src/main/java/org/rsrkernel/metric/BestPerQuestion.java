package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The best rows of every question by a column of numbers.
 *
 * @param column rows without a number in it are never taken
 * @param direction which numbers are best
 * @param perQuestion rows taken of a question at most
 * @param tokenBudget response tokens taken at most
 */
record BestPerQuestion(
    String column, Direction direction, int perQuestion, OptionalLong tokenBudget) {

  /** A row that can be chosen. */
  private record Candidate(int row, String question, String teacher, double value, double tokens) {}

  /** A candidate and its place among those of its question, from 0. */
  private record Placed(Candidate candidate, int place) {}

  /** Indices of the rows, ascending. */
  int[] rows(Table scored) {
    List<Placed> best = new ArrayList<>();
    Map<String, Integer> taken = new HashMap<>();
    for (Candidate candidate : candidates(scored).stream().sorted(order()).toList()) {
      int place = taken.merge(candidate.question(), 1, Integer::sum) - 1;
      if (place < perQuestion) {
        best.add(new Placed(candidate, place));
      }
    }
    best.sort(Comparator.comparingInt(Placed::place)); // stable: better values first in a place
    return withinBudget(best).stream().mapToInt(Candidate::row).sorted().toArray();
  }

  private Comparator<Candidate> order() {
    Comparator<Candidate> byValue = Comparator.comparingDouble(Candidate::value);
    return (direction == Direction.HIGHER ? byValue.reversed() : byValue)
        .thenComparingDouble(Candidate::tokens)
        .thenComparing(Candidate::teacher)
        .thenComparingInt(Candidate::row);
  }

  private List<Candidate> withinBudget(List<Placed> best) {
    double left = tokenBudget.isPresent() ? tokenBudget.getAsLong() : Double.POSITIVE_INFINITY;
    List<Candidate> kept = new ArrayList<>();
    for (Placed placed : best) {
      if (placed.candidate().tokens() <= left) {
        left -= placed.candidate().tokens();
        kept.add(placed.candidate());
      }
    }
    return kept;
  }

  private List<Candidate> candidates(Table scored) {
    Column<?> ids = ScoredColumn.any(scored, Columns.ID);
    NumericColumn<?> values = ScoredColumn.numbers(scored, column);
    NumericColumn<?> tokens = ScoredColumn.numbers(scored, ScoreColumns.TOKENS);
    boolean teachers = scored.containsColumn(Columns.TEACHER);
    List<Candidate> candidates = new ArrayList<>();
    for (int row = 0; row < scored.rowCount(); row++) {
      if (Double.isFinite(values.getDouble(row))) {
        String id = ids.isMissing(row) ? "row " + row : ids.getUnformattedString(row);
        String teacher = teachers ? scored.column(Columns.TEACHER).getUnformattedString(row) : "";
        candidates.add(
            new Candidate(row, id, teacher, values.getDouble(row), tokens.getDouble(row)));
      }
    }
    return candidates;
  }
}
