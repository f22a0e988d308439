package org.rsrkernel.student;

/** Tokens {@code [start, end)} of a sequence of ids. */
public record TokenSpan(int start, int end) {

  public TokenSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
  }

  public int length() {
    return end - start;
  }
}
