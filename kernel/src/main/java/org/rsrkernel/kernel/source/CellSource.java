package org.rsrkernel.kernel.source;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * The text of one cell. Lines count from 1, columns and offsets (UTF-16) from 0.
 *
 * @param name what errors call it: {@link #nameOf} its execution count, or a file's name
 * @param written what the user typed; this is what errors show
 * @param java what JShell gets: the same lines with magics turned into calls
 */
public record CellSource(String name, String written, String java) {

  /** A cell without magics. */
  public static CellSource of(int number, String code) {
    return new CellSource(nameOf(number), code, code);
  }

  /**
   * {@code Cell In[3]} for the third cell: as ipykernel has it, since front ends make links of
   * lines that begin with {@code Cell In[3], line 2}.
   */
  public static String nameOf(int executionCount) {
    return "Cell In[" + executionCount + "]";
  }

  /**
   * Cuts the Java text into snippets, in order, leaving out comments and empty rests. A rest that
   * JShell cannot make sense of is one snippet: evaluating it gives the error.
   */
  public List<SnippetSpan> snippets(SourceCodeAnalysis analysis) {
    List<SnippetSpan> snippets = new ArrayList<>();
    // JShell counts lines from a snippet's first visible character, so none begins with white space
    String rest = java.stripLeading();
    while (!rest.isEmpty()) {
      CompletionInfo next = analysis.analyzeCompletion(rest);
      Completeness completeness = next.completeness();
      if (completeness == Completeness.EMPTY) {
        break;
      }
      boolean broken = completeness == Completeness.UNKNOWN || !completeness.isComplete();
      String remaining = broken ? "" : next.remaining();
      int start = java.length() - rest.length();
      int end = java.length() - remaining.length();
      snippets.add(new SnippetSpan(this, start, end, broken ? rest : next.source()));
      rest = remaining.stripLeading();
    }
    return List.copyOf(snippets);
  }

  /** The line that holds the offset; the last line for offsets past the end. */
  public int lineAt(int offset) {
    int end = Math.min(offset, java.length());
    return 1 + (int) java.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  /** Where a line of the Java text starts. */
  public int startOf(int line) {
    int start = 0;
    for (int at = 1; at < line; at++) {
      int newline = java.indexOf('\n', start);
      if (newline < 0) {
        return java.length();
      }
      start = newline + 1;
    }
    return start;
  }

  /** A line of the Java text, without its end; empty if there is no such line. */
  public String javaLine(int line) {
    return lineOf(java, line);
  }

  /**
   * A line as the user wrote it. Where a magic changed the number of lines, the Java line stands in
   * for it.
   */
  public String shownLine(int line) {
    return keepsLines() ? lineOf(written, line) : javaLine(line);
  }

  private boolean keepsLines() {
    return written.lines().count() == java.lines().count();
  }

  private static String lineOf(String text, int line) {
    return text.lines().skip(line - 1L).findFirst().orElse("");
  }
}
