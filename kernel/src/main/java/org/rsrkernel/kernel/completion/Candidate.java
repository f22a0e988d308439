package org.rsrkernel.kernel.completion;

import java.util.Comparator;
import org.rsrkernel.kernel.completion.Completions.Completion;

/**
 * A proposal with its place in the order.
 *
 * @param closeness how near its declaration is: 0 for the cell itself
 */
record Candidate(Completion completion, int closeness) {

  /** Names in the case as typed come first, then near ones, then by alphabet. */
  static Comparator<Candidate> order(String prefix) {
    return Comparator.<Candidate, Boolean>comparing(
            candidate -> !candidate.completion().text().startsWith(prefix))
        .thenComparingInt(Candidate::closeness)
        .thenComparing(candidate -> candidate.completion().text(), String.CASE_INSENSITIVE_ORDER);
  }

  static Candidate of(String text, String type, String signature, int closeness) {
    return new Candidate(new Completion(text, type, signature), closeness);
  }
}
