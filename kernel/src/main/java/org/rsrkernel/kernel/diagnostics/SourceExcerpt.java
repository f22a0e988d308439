package org.rsrkernel.kernel.diagnostics;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.kernel.source.CellSource;

/** Cell lines with their numbers, for errors. */
final class SourceExcerpt {

  private static final String ARROW = "--> ";

  private SourceExcerpt() {}

  /** The problem's line with a caret span under it. */
  static List<String> withCarets(SourceProblem problem, Ansi style) {
    CellSource cell = problem.cell();
    int line = problem.line();
    String shown = cell.shownLine(line);
    List<String> lines = new ArrayList<>();
    lines.add(numbered(line, "    ") + shown);
    String java = cell.javaLine(line);
    int lineStart = cell.startOf(line);
    int from = Math.min(problem.start() - lineStart, java.length());
    int to = Math.max(from, Math.min(problem.end() - lineStart, java.length()));
    if (!shown.equals(java)) {
      String marked = java.substring(from, to);
      from = marked.isEmpty() ? -1 : shown.indexOf(marked);
      to = from + marked.length();
      if (from < 0 || shown.indexOf(marked, from + 1) >= 0) {
        return lines;
      }
    }
    String margin = " ".repeat(numbered(line, "    ").length());
    int width = Math.max(1, shown.codePointCount(from, to));
    lines.add(margin + blank(shown.substring(0, from)) + style.paint("^".repeat(width)));
    return lines;
  }

  /** The line marked with an arrow, between its neighbours. */
  static List<String> withArrow(CellSource cell, int line) {
    List<String> lines = new ArrayList<>();
    for (int at = Math.max(1, line - 1); at <= line + 1; at++) {
      String text = cell.shownLine(at);
      if (at == line) {
        lines.add(Ansi.RED.paint(numbered(at, ARROW)) + text);
      } else if (!text.isBlank()) {
        lines.add(numbered(at, "    ") + text);
      }
    }
    return lines;
  }

  private static String numbered(int line, String mark) {
    return String.format("  %s%3d | ", mark, line);
  }

  /** As wide as the text where it is shown: tabs stay, all else becomes a space. */
  private static String blank(String text) {
    StringBuilder blank = new StringBuilder();
    text.codePoints().forEach(c -> blank.append(c == '\t' ? '\t' : ' '));
    return blank.toString();
  }
}
