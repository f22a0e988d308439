package org.rsrkernel.student.template.value;

import java.util.Collections;
import java.util.List;

/** A {@code list}. */
public record ListValue(List<Object> elements) implements Sequence {

  /** Takes the elements over: the one who made them does not change them any more. */
  public ListValue {
    elements = Collections.unmodifiableList(elements);
  }

  @Override
  public Sequence withElements(List<Object> others) {
    return new ListValue(others);
  }
}
