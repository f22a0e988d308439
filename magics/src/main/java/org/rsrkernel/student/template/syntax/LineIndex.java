package org.rsrkernel.student.template.syntax;

import java.util.Arrays;

/** Finds the line of a character. */
final class LineIndex {

  private final int[] newlines;

  LineIndex(String source) {
    newlines = source.chars().filter(character -> character == '\n').toArray();
    int at = -1;
    for (int i = 0; i < newlines.length; i++) {
      at = source.indexOf('\n', at + 1);
      newlines[i] = at;
    }
  }

  /** Line of the character at a position, from 1. */
  int lineOf(int position) {
    int found = Arrays.binarySearch(newlines, position);
    return (found < 0 ? -found - 1 : found) + 1;
  }
}
