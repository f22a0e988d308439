package org.rsrkernel.kernel.source;

/**
 * One JShell snippet and its place in the cell's Java text.
 *
 * @param start UTF-16 offset of the snippet's first character in {@link CellSource#java()}
 * @param end where it ends, exclusive
 * @param source what to evaluate: the span's text, with a missing last semicolon added
 */
public record SnippetSpan(CellSource cell, int start, int end, String source) {

  /** The offset in the cell of an offset in {@link #source()}. */
  public int inCell(int offset) {
    return Math.min(start + offset, end);
  }

  /** The cell's line of a line of the snippet, both from 1. */
  public int cellLine(int snippetLine) {
    return cell.lineAt(start) + snippetLine - 1;
  }
}
