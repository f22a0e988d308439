package org.rsrkernel.kernel.magic;

/**
 * A line magic found in a cell's text.
 *
 * @param start UTF-16 offset of its {@code %}
 * @param end where it ends, exclusive: before the line's end, a closing semicolon, or the
 *     parenthesis it stands in
 * @param name without {@code %}
 * @param arguments the text after the name, not yet split
 * @param position what Java expects at that place
 */
public record MagicUse(int start, int end, String name, String arguments, Position position) {

  /** Where a magic stands. */
  public enum Position {
    /** Alone at the top level of the cell. */
    LINE,
    /** A statement inside a block. */
    STATEMENT,
    /** Part of an expression. */
    EXPRESSION,
    /** The end of an expression whose statement lacks its semicolon, as the line ends here. */
    LAST_EXPRESSION
  }
}
