package org.rsrkernel.kernel.diagnostics;

import java.util.List;
import org.rsrkernel.kernel.source.CellSource;

/**
 * One thing that is wrong with a cell.
 *
 * @param start UTF-16 offset in the cell's Java text
 * @param end exclusive; equal to {@code start} where something is missing
 * @param message what is wrong, in plain words
 * @param proposals what might have been meant, best first
 */
record SourceProblem(CellSource cell, int start, int end, String message, List<String> proposals) {

  SourceProblem {
    proposals = List.copyOf(proposals);
  }

  int line() {
    return cell.lineAt(start);
  }

  /** The text that the problem is about; empty where something is missing. */
  String markedText() {
    return cell.java().substring(start, Math.max(start, Math.min(end, cell.java().length())));
  }

  /** Such as {@code Cell In[3], line 2}. */
  String place() {
    return cell.name() + ", line " + line();
  }
}
