package org.rsrkernel.trajectory.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/**
 * Rows that repeat an earlier row of the same table, as 0-based row numbers in order.
 *
 * @param ids the same teacher and id
 * @param texts the same question and response, whoever the teacher
 * @param spacings a question of an earlier row in other spacing, under another id
 */
public record Duplicates(List<Integer> ids, List<Integer> texts, List<Integer> spacings) {

  public Duplicates {
    ids = List.copyOf(ids);
    texts = List.copyOf(texts);
    spacings = List.copyOf(spacings);
  }

  public static Duplicates of(Table table) {
    StringColumn ids = table.stringColumn(Columns.ID);
    StringColumn teachers = table.stringColumn(Columns.TEACHER);
    StringColumn questions = table.stringColumn(Columns.QUESTION);
    StringColumn responses = table.stringColumn(Columns.RESPONSE);
    Set<List<String>> seenIds = new HashSet<>();
    Set<List<String>> seenTexts = new HashSet<>();
    Map<String, String> idOfQuestion = new HashMap<>();
    List<Integer> sameId = new ArrayList<>();
    List<Integer> sameText = new ArrayList<>();
    List<Integer> otherSpacing = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      String question = questions.get(row);
      if (!seenIds.add(List.of(teachers.get(row), ids.get(row)))) {
        sameId.add(row);
      }
      if (!seenTexts.add(List.of(question, responses.get(row)))) {
        sameText.add(row);
      }
      String first = idOfQuestion.putIfAbsent(spaced(question), ids.get(row));
      if (first != null && !question.isBlank() && !first.equals(ids.get(row))) {
        otherSpacing.add(row);
      }
    }
    return new Duplicates(sameId, sameText, otherSpacing);
  }

  /** The table without rows that repeat an earlier one's teacher and id, or its text. */
  public static Table dropFrom(Table table) {
    Duplicates found = of(table);
    Set<Integer> dropped = new TreeSet<>(found.ids());
    dropped.addAll(found.texts());
    return table.dropWhere(Selection.with(dropped.stream().mapToInt(Integer::intValue).toArray()));
  }

  public boolean isEmpty() {
    return ids.isEmpty() && texts.isEmpty() && spacings.isEmpty();
  }

  private static String spaced(String question) {
    return question.strip().replaceAll("\\s+", " ");
  }

  @Override
  public String toString() {
    return "%,d rows repeat a teacher's id, %,d repeat a text, %,d have another row's question under another id"
        .formatted(ids.size(), texts.size(), spacings.size());
  }
}
