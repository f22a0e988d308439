package org.rsrkernel.trajectory.answer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Gold answers against the trajectories' final answers. */
public final class AnswerCheck {

  /** The column of final answers that were compared. */
  public static final String FINAL_ANSWER = "final_answer";

  private final Map<AnswerRule, Integer> decidedBy = new EnumMap<>(AnswerRule.class);
  private int right;
  private int wrong;
  private int open;

  private AnswerCheck() {}

  /**
   * Fills {@code correct} where a row has a gold answer and nothing says whether it is right, and
   * adds a column of the final answers that were compared. A table without such rows stays as it
   * is.
   *
   * @return what was decided and how, in words; empty if there was nothing to decide
   */
  public static Optional<String> fill(Table table) {
    if (!table.containsColumn(Columns.ANSWER)) {
      return Optional.empty();
    }
    AnswerCheck check = new AnswerCheck();
    StringColumn compared = StringColumn.create(FINAL_ANSWER, table.rowCount());
    BooleanColumn correct =
        table.containsColumn(Columns.CORRECT)
            ? table.booleanColumn(Columns.CORRECT)
            : missing(table.rowCount());
    for (int row = 0; row < table.rowCount(); row++) {
      check.decide(table, row, correct, compared);
    }
    if (check.right + check.wrong + check.open == 0) {
      return Optional.empty();
    }
    if (!table.containsColumn(Columns.CORRECT)) {
      table.insertColumn(table.columnIndex(Columns.ANSWER) + 1, correct);
    }
    if (!table.containsColumn(FINAL_ANSWER)) {
      table.insertColumn(table.columnIndex(Columns.ANSWER) + 1, compared);
    }
    return Optional.of(check.toString());
  }

  private void decide(Table table, int row, BooleanColumn correct, StringColumn compared) {
    String gold = table.stringColumn(Columns.ANSWER).get(row);
    String response = table.stringColumn(Columns.RESPONSE).get(row);
    // A dataset whose answers are worked solutions has them as its responses too.
    if (gold.isBlank() || !correct.isMissing(row) || gold.equals(response)) {
      return;
    }
    AnswerComparison.Decision decision = AnswerComparison.compare(gold, response);
    if (decision.correct().isEmpty()) {
      open++;
      return;
    }
    boolean isRight = decision.correct().get();
    right += isRight ? 1 : 0;
    wrong += isRight ? 0 : 1;
    correct.set(row, isRight);
    FinalAnswer answer = decision.answer().orElseThrow();
    compared.set(row, answer.text());
    decidedBy.merge(answer.rule(), 1, Integer::sum);
  }

  private static BooleanColumn missing(int rows) {
    BooleanColumn column = BooleanColumn.create(Columns.CORRECT);
    for (int row = 0; row < rows; row++) {
      column.appendMissing();
    }
    return column;
  }

  @Override
  public String toString() {
    String rules =
        decidedBy.entrySet().stream()
            .map(rule -> "%,d by %s".formatted(rule.getValue(), rule.getKey().title()))
            .collect(Collectors.joining(", "));
    return "correct was filled from the gold answers: %,d right, %,d wrong%s; %,d left open"
        .formatted(right, wrong, rules.isEmpty() ? "" : " (" + rules + ")", open);
  }
}
