package org.rsrkernel.kernel.completion;

import java.util.List;
import org.rsrkernel.kernel.analysis.CellAnalysis;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.completion.Completions.Completion;

/** Proposes how a cell may go on at the cursor. Thread-safe, and never waits for a running cell. */
public final class CellCompleter {

  private static final int MOST_CLASSES_TO_IMPORT = 20;
  private static final int SHORTEST_NAME_TO_IMPORT = 3;

  private final CellAnalysis analysis;
  private final TypeIndex index;

  public CellCompleter(CellAnalysis analysis, TypeIndex index) {
    this.analysis = analysis;
    this.index = index;
  }

  /**
   * Proposals for a cell.
   *
   * @param code the cell as the user wrote it so far, with text after the cursor or not
   * @param cursor in code points, as Jupyter counts
   */
  public Completions complete(String code, int cursor) {
    int codePoints = code.codePointCount(0, code.length());
    int at = Math.max(0, Math.min(cursor, codePoints));
    String before = code.substring(0, code.offsetByCodePoints(0, at));
    int start = before.length();
    while (start > 0 && Character.isJavaIdentifierPart(before.charAt(start - 1))) {
      start--;
    }
    String prefix = before.substring(start);
    List<Completion> items = java(before.substring(0, start), prefix);
    return new Completions(before.codePointCount(0, start), at, items);
  }

  private List<Completion> java(String before, String prefix) {
    List<Candidate> candidates =
        analysis.atCursor(before, view -> new JavaCandidates(view, index, prefix).find());
    candidates.addAll(classesToImport(before, prefix, candidates));
    return candidates.stream()
        .sorted(Candidate.order(prefix))
        .map(Candidate::completion)
        .distinct()
        .toList();
  }

  /** Classes not imported yet, by their full name: Jupyter cannot add an import elsewhere. */
  private List<Candidate> classesToImport(String before, String prefix, List<Candidate> known) {
    boolean qualified =
        before.stripTrailing().endsWith(".") || before.stripTrailing().endsWith("::");
    if (qualified
        || prefix.length() < SHORTEST_NAME_TO_IMPORT
        || !Character.isUpperCase(prefix.charAt(0))) {
      return List.of();
    }
    List<String> inScope = known.stream().map(candidate -> candidate.completion().text()).toList();
    return index.classesStarting(prefix).stream()
        .filter(name -> !inScope.contains(name.substring(name.lastIndexOf('.') + 1)))
        .limit(MOST_CLASSES_TO_IMPORT)
        .map(name -> Candidate.of(name, "class", "", Closeness.CLASS_TO_IMPORT))
        .toList();
  }
}
