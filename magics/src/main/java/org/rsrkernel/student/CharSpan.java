package org.rsrkernel.student;

/** Characters {@code [start, end)} of a text, counted in UTF-16 units. */
public record CharSpan(int start, int end) {

  public CharSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
  }
}
