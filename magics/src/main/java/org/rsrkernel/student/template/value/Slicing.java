package org.rsrkernel.student.template.value;

import java.util.ArrayList;
import java.util.List;

/** {@code target[start:stop:step]}. */
public final class Slicing {

  private Slicing() {}

  /**
   * The slice; bounds may be null.
   *
   * @throws PythonError if the target is no sequence or a bound no integer
   */
  public static Object slice(Object target, Object start, Object stop, Object step, Budget budget) {
    if (target instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (Text.is(target)) {
      budget.allocate(4L * Text.of(target).length());
      int[] codePoints = Text.of(target).codePoints().toArray();
      StringBuilder slice = new StringBuilder();
      for (int index : indices(codePoints.length, start, stop, step, budget)) {
        slice.appendCodePoint(codePoints[index]);
      }
      return Text.like(target, slice.toString());
    }
    if (target instanceof IntegerRange range) {
      return sliceRange(range, start, stop, step, budget);
    }
    if (target instanceof Sequence sequence) {
      int[] indices = indices(sequence.size(), start, stop, step, budget);
      budget.allocateObjects(indices.length);
      List<Object> elements = new ArrayList<>(indices.length);
      for (int index : indices) {
        elements.add(sequence.elements().get(index));
      }
      return sequence.withElements(elements);
    }
    throw PythonError.failed("'" + TypeName.of(target) + "' object is not subscriptable");
  }

  private static Object sliceRange(
      IntegerRange range, Object start, Object stop, Object step, Budget budget) {
    Bounds bounds = Bounds.of(range.size(), start, stop, step);
    budget.step();
    return new IntegerRange(
        range.start() + bounds.from() * range.step(),
        range.start() + bounds.to() * range.step(),
        range.step() * bounds.stride());
  }

  private static int[] indices(int size, Object start, Object stop, Object step, Budget budget) {
    Bounds bounds = Bounds.of(size, start, stop, step);
    int count = bounds.count();
    budget.allocate(2L * count);
    int[] indices = new int[count];
    for (int i = 0; i < count; i++) {
      indices[i] = (int) (bounds.from() + i * bounds.stride());
    }
    return indices;
  }

  /** Bounds as they are inside a sequence: {@code to} is not reached. */
  private record Bounds(long from, long to, long stride) {

    static Bounds of(int size, Object start, Object stop, Object step) {
      int stride = bound(step, 1);
      if (stride == 0) {
        throw PythonError.failed("slice step cannot be zero");
      }
      int lowest = stride < 0 ? -1 : 0;
      int highest = stride < 0 ? size - 1 : size;
      long from = clamp(start, stride < 0 ? highest : lowest, size, lowest, highest);
      long to = clamp(stop, stride < 0 ? lowest : highest, size, lowest, highest);
      return new Bounds(from, to, stride);
    }

    int count() {
      long distance = stride < 0 ? from - to : to - from;
      return (int) Math.max(0, (distance + Math.abs(stride) - 1) / Math.abs(stride));
    }
  }

  private static long clamp(Object bound, int otherwise, int size, int lowest, int highest) {
    if (bound == null) {
      return otherwise;
    }
    long index = bound(bound, otherwise);
    return index < 0 ? Math.max(index + size, lowest) : Math.min(index, highest);
  }

  private static int bound(Object value, int otherwise) {
    if (value == null) {
      return otherwise;
    }
    if (!Numbers.isInteger(value)) {
      throw PythonError.failed(
          "slice indices must be integers or None or have an __index__ method");
    }
    return Numbers.index(value);
  }
}
