package org.rsrkernel.trajectory.report;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Which teachers answered which questions; questions are told apart by id.
 *
 * @param questionsByTeacher how many different questions each teacher answered, in order of
 *     appearance
 * @param questions different questions in all
 * @param shared questions that every teacher answered
 */
public record Coverage(Map<String, Integer> questionsByTeacher, int questions, int shared) {

  public Coverage {
    questionsByTeacher = Collections.unmodifiableMap(new LinkedHashMap<>(questionsByTeacher));
  }

  public static Coverage of(Table table) {
    StringColumn ids = table.stringColumn(Columns.ID);
    StringColumn teachers = table.stringColumn(Columns.TEACHER);
    Map<String, Set<String>> answered = new LinkedHashMap<>();
    Set<String> all = new HashSet<>();
    for (int row = 0; row < table.rowCount(); row++) {
      answered.computeIfAbsent(teachers.get(row), teacher -> new HashSet<>()).add(ids.get(row));
      all.add(ids.get(row));
    }
    Set<String> shared = new HashSet<>(all);
    answered.values().forEach(shared::retainAll);
    Map<String, Integer> counts = new LinkedHashMap<>();
    answered.forEach((teacher, questions) -> counts.put(teacher, questions.size()));
    return new Coverage(counts, all.size(), shared.size());
  }

  @Override
  public String toString() {
    return "%,d teacher%s x %,d questions; %,d answered by all"
        .formatted(
            questionsByTeacher.size(),
            questionsByTeacher.size() == 1 ? "" : "s",
            questions,
            shared);
  }
}
