package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The best rows of every question by a column of numbers.
 *
 * @param column rows without a number in it are never taken
 * @param direction which numbers are best
 * @param limits how many are taken
 */
record BestPerQuestion(String column, Direction direction, ChoiceLimits limits) {

  /** A row that can be chosen. */
  private record Candidate(int row, String question, String teacher, double value, double tokens) {}

  /** A candidate and its place among those of its question, from 0. */
  private record Placed(Candidate candidate, int place) {}

  /** Indices of the rows, ascending. */
  int[] rows(Table scored) {
    List<Placed> best = new ArrayList<>();
    List<Candidate> candidates = candidates(scored).stream().sorted(order()).toList();
    Map<String, List<Candidate>> taken = new HashMap<>();
    Map<String, Integer> ofTeacher = new HashMap<>();
    long mostOfATeacher = mostOfATeacher(candidates);
    Likeness likeness = new Likeness(scored);
    for (Candidate candidate : candidates) {
      List<Candidate> before =
          taken.computeIfAbsent(candidate.question(), question -> new ArrayList<>());
      if (before.size() < limits.perQuestion()
          && ofTeacher.getOrDefault(candidate.teacher(), 0) < mostOfATeacher
          && before.stream()
              .allMatch(b -> likeness.of(b.row(), candidate.row()) <= limits.mostAlike())) {
        best.add(new Placed(candidate, before.size()));
        before.add(candidate);
        ofTeacher.merge(candidate.teacher(), 1, Integer::sum);
      }
    }
    best.sort(Comparator.comparingInt(Placed::place)); // stable: better values first in a place
    return withinBudget(best).stream().mapToInt(Candidate::row).sorted().toArray();
  }

  /** The teacher's share of as many rows as the questions could give, at least one. */
  private long mostOfATeacher(List<Candidate> candidates) {
    long wanted =
        candidates.stream()
            .collect(Collectors.groupingBy(Candidate::question, Collectors.counting()))
            .values()
            .stream()
            .mapToLong(rows -> Math.min(rows, limits.perQuestion()))
            .sum();
    return Math.max(1, (long) Math.floor(limits.teacherShare() * wanted));
  }

  private Comparator<Candidate> order() {
    Comparator<Candidate> byValue = Comparator.comparingDouble(Candidate::value);
    return (direction == Direction.HIGHER ? byValue.reversed() : byValue)
        .thenComparingDouble(Candidate::tokens)
        .thenComparing(Candidate::teacher)
        .thenComparingInt(Candidate::row);
  }

  private List<Candidate> withinBudget(List<Placed> best) {
    double left =
        limits.tokenBudget().isPresent()
            ? limits.tokenBudget().getAsLong()
            : Double.POSITIVE_INFINITY;
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
