package org.rsrkernel.student.template.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A {@code tuple}. */
public record Tuple(List<Object> elements) implements Sequence {

  /** Takes the elements over: the one who made them does not change them any more. */
  public Tuple {
    elements = Collections.unmodifiableList(elements);
  }

  /** A tuple of these elements. */
  public static Tuple of(Object... elements) {
    return new Tuple(Arrays.asList(elements));
  }

  @Override
  public Sequence withElements(List<Object> others) {
    return new Tuple(others);
  }
}
