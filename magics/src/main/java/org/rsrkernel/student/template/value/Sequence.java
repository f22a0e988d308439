package org.rsrkernel.student.template.value;

import java.util.List;

/** Values in a row: a {@code list}, {@code tuple} or {@code range}. */
public sealed interface Sequence permits ListValue, Tuple, IntegerRange {

  /** Its elements; unmodifiable. */
  List<Object> elements();

  default int size() {
    return elements().size();
  }

  /** A sequence of the same type. */
  Sequence withElements(List<Object> elements);
}
