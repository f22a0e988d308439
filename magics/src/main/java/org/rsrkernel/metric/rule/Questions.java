package org.rsrkernel.metric.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.metric.evidence.Evidence;

/** Rows by the question they answer. */
final class Questions {

  private Questions() {}

  /** Indices of rows by question, in order of appearance; rows without an id are left out. */
  static Map<String, List<Integer>> rows(List<Evidence> rows) {
    Map<String, List<Integer>> questions = new LinkedHashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      if (!rows.get(row).question().isEmpty()) {
        questions.computeIfAbsent(rows.get(row).question(), id -> new ArrayList<>()).add(row);
      }
    }
    return questions;
  }
}
