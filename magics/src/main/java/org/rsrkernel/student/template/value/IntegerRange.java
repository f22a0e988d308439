package org.rsrkernel.student.template.value;

import java.util.AbstractList;
import java.util.List;

/** A {@code range}. */
public record IntegerRange(long start, long stop, long step) implements Sequence {

  /** Jinja2's sandbox refuses longer ones. */
  public static final int MAX_SIZE = 100_000;

  public IntegerRange {
    if (step == 0) {
      throw PythonError.failed("range() arg 3 must not be zero");
    }
    if (size(start, stop, step) > MAX_SIZE) {
      throw PythonError.failed(
          "Range too big. The sandbox blocks ranges larger than MAX_RANGE (" + MAX_SIZE + ").");
    }
  }

  private static double size(long start, long stop, long step) {
    return Math.max(0, Math.ceil(((double) stop - start) / step));
  }

  @Override
  public List<Object> elements() {
    return new AbstractList<>() {
      @Override
      public Object get(int index) {
        return start + index * step;
      }

      @Override
      public int size() {
        return (int) IntegerRange.size(start, stop, step);
      }
    };
  }

  @Override
  public Sequence withElements(List<Object> others) {
    return new ListValue(others);
  }
}
