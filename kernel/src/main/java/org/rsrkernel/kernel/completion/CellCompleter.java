package org.rsrkernel.kernel.completion;

import java.util.List;
import java.util.Optional;
import org.rsrkernel.kernel.analysis.CellAnalysis;
import org.rsrkernel.kernel.analysis.JavaText;
import org.rsrkernel.kernel.analysis.MagicDirectory;
import org.rsrkernel.kernel.analysis.MagicPlace;
import org.rsrkernel.kernel.analysis.OpenLiteral;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.completion.Completions.Completion;
import org.rsrkernel.kernel.completion.MagicCandidates.Replacement;

/** Proposes how a cell may go on at the cursor. Thread-safe, and never waits for a running cell. */
public final class CellCompleter {

  private final CellAnalysis analysis;
  private final TypeIndex index;
  private final MagicDirectory magics;

  public CellCompleter(CellAnalysis analysis, TypeIndex index, MagicDirectory magics) {
    this.analysis = analysis;
    this.index = index;
    this.magics = magics;
  }

  /**
   * Proposals for a cell; none where nothing is known.
   *
   * @param cell the whole cell as it is written so far, with the text after the cursor
   * @param cursor in code points, as Jupyter counts
   */
  public Completions complete(String cell, int cursor) {
    int codePoints = cell.codePointCount(0, cell.length());
    int at = cell.offsetByCodePoints(0, Math.max(0, Math.min(cursor, codePoints)));
    Replacement found = find(cell, at);
    return new Completions(
        cell.codePointCount(0, found.start()),
        cell.codePointCount(0, Math.max(found.start(), found.end())),
        found.items());
  }

  private Replacement find(String cell, int cursor) {
    Optional<JavaText> java = JavaText.around(cell, cursor, magics);
    if (java.isPresent()) {
      return java(java.get().code(), java.get().start(), cursor);
    }
    return MagicPlace.at(cell, cursor)
        .map(magic -> new MagicCandidates(magics).at(magic, cursor))
        .orElse(new Replacement(cursor, cursor, List.of()));
  }

  private Replacement java(String code, int from, int cursor) {
    String before = code.substring(0, cursor - from);
    OpenLiteral literal = OpenLiteral.at(before);
    if (literal.isComment()) {
      return new Replacement(cursor, cursor, List.of());
    }
    if (literal.isString()) {
      String written = before.substring(literal.start());
      return new Replacement(cursor - written.length(), cursor, PathCandidates.of(written));
    }
    int start = before.length();
    while (start > 0 && Character.isJavaIdentifierPart(before.charAt(start - 1))) {
      start--;
    }
    String prefix = before.substring(start);
    String after = magics.toJava(code.substring(before.length()));
    return new Replacement(
        from + start, cursor, names(magics.toJava(before.substring(0, start)), prefix, after));
  }

  private List<Completion> names(String before, String prefix, String after) {
    return analysis
        .atCursor(before, after, view -> new JavaCandidates(view, index, before, prefix).find())
        .orElse(List.of())
        .stream()
        .sorted(Candidate.order(prefix))
        .map(Candidate::completion)
        .toList();
  }
}
