package org.rsrkernel.trajectory.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.BitmapBackedSelection;
import tech.tablesaw.selection.Selection;

/**
 * Rows that repeat an earlier row of the same table, as 0-based row numbers in order, by {@link
 * Repetition}.
 */
public record Duplicates(List<Integer> ids, List<Integer> texts, List<Integer> questions) {

  public Duplicates {
    ids = List.copyOf(ids);
    texts = List.copyOf(texts);
    questions = List.copyOf(questions);
  }

  public static Duplicates of(Table table) {
    EarlierRows earlier = new EarlierRows(table);
    List<Integer> sameId = new ArrayList<>();
    List<Integer> sameText = new ArrayList<>();
    List<Integer> sameQuestion = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      for (Repetition repetition : earlier.repeatedBy(row)) {
        switch (repetition) {
          case IDS -> sameId.add(row);
          case TEXTS -> sameText.add(row);
          case QUESTIONS -> sameQuestion.add(row);
        }
      }
      earlier.add(row);
    }
    return new Duplicates(sameId, sameText, sameQuestion);
  }

  /** The table without the rows that repeat, in one of these ways, an earlier row that stays. */
  public static Table dropFrom(Table table, Set<Repetition> repetitions) {
    EarlierRows staying = new EarlierRows(table);
    Selection rows = new BitmapBackedSelection();
    for (int row = 0; row < table.rowCount(); row++) {
      if (Collections.disjoint(staying.repeatedBy(row), repetitions)) {
        staying.add(row);
        rows.add(row);
      }
    }
    return table.where(rows);
  }

  public boolean isEmpty() {
    return found().isEmpty();
  }

  /** The ways in which some row repeats another. */
  public Set<Repetition> found() {
    Set<Repetition> found = EnumSet.noneOf(Repetition.class);
    Stream.of(Repetition.values())
        .filter(repetition -> !rows(repetition).isEmpty())
        .forEach(found::add);
    return found;
  }

  private List<Integer> rows(Repetition repetition) {
    return switch (repetition) {
      case IDS -> ids;
      case TEXTS -> texts;
      case QUESTIONS -> questions;
    };
  }

  @Override
  public String toString() {
    return "%,d by teacher and id, %,d by text, %,d by a question under another id"
        .formatted(ids.size(), texts.size(), questions.size());
  }

  /** What rows that repeat others are told by. */
  private static final class EarlierRows {

    private final StringColumn ids;
    private final StringColumn teachers;
    private final StringColumn questions;
    private final StringColumn responses;
    private final Set<List<String>> seenIds = new HashSet<>();
    private final Set<List<String>> seenTexts = new HashSet<>();
    private final Map<String, String> idByQuestion = new HashMap<>();

    EarlierRows(Table table) {
      this.ids = table.stringColumn(Columns.ID);
      this.teachers = table.stringColumn(Columns.TEACHER);
      this.questions = table.stringColumn(Columns.QUESTION);
      this.responses = table.stringColumn(Columns.RESPONSE);
    }

    Set<Repetition> repeatedBy(int row) {
      Set<Repetition> repeated = EnumSet.noneOf(Repetition.class);
      if (seenIds.contains(id(row))) {
        repeated.add(Repetition.IDS);
      }
      if (seenTexts.contains(text(row))) {
        repeated.add(Repetition.TEXTS);
      }
      String question = question(row);
      if (!question.isEmpty()
          && !idByQuestion.getOrDefault(question, ids.get(row)).equals(ids.get(row))) {
        repeated.add(Repetition.QUESTIONS);
      }
      return repeated;
    }

    void add(int row) {
      seenIds.add(id(row));
      seenTexts.add(text(row));
      idByQuestion.putIfAbsent(question(row), ids.get(row));
    }

    private List<String> id(int row) {
      return List.of(teachers.get(row), ids.get(row));
    }

    private List<String> text(int row) {
      return List.of(questions.get(row), responses.get(row));
    }

    private String question(int row) {
      return questions.get(row).strip().replaceAll("\\s+", " ");
    }
  }
}
