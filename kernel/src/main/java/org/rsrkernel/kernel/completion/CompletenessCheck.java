package org.rsrkernel.kernel.completion;

import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.rsrkernel.kernel.analysis.Syntax;
import org.rsrkernel.kernel.completion.CellCompleteness.Status;

/**
 * Tells complete cells from unfinished and broken ones. Only scans, so it may share its analysis
 * with a running cell.
 */
public final class CompletenessCheck {

  private static final String INDENT_STEP = "    ";

  private final SourceCodeAnalysis analysis;

  public CompletenessCheck(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /**
   * Checks the Java text of a cell.
   *
   * @param java with magics already turned into calls
   */
  public CellCompleteness check(String java) {
    String rest = java;
    while (!rest.isBlank()) {
      CompletionInfo next = analysis.analyzeCompletion(rest);
      if (next.completeness() == Completeness.EMPTY) {
        return CellCompleteness.of(Status.COMPLETE);
      }
      // UNKNOWN claims to be complete, and so do some statements that do not parse
      boolean complete = next.completeness().isComplete();
      if (next.completeness() == Completeness.UNKNOWN
          || complete && !Syntax.parses(next.source())) {
        return CellCompleteness.of(Status.INVALID);
      }
      if (!next.completeness().isComplete()) {
        return new CellCompleteness(Status.INCOMPLETE, indentAfter(java));
      }
      rest = next.remaining();
    }
    return CellCompleteness.of(Status.COMPLETE);
  }

  /** The last line's own indent, one step deeper if that line leaves a bracket open. */
  private static String indentAfter(String java) {
    String lastLine = java.substring(java.stripTrailing().lastIndexOf('\n') + 1).stripTrailing();
    String indent = lastLine.substring(0, lastLine.length() - lastLine.stripLeading().length());
    int open = 0;
    for (char c : lastLine.toCharArray()) {
      if (c == '{' || c == '(') {
        open++;
      } else if ((c == '}' || c == ')') && open > 0) {
        open--;
      }
    }
    return open > 0 ? indent + INDENT_STEP : indent;
  }
}
