package org.rsrkernel.student.template.value;

import java.math.BigInteger;

/** What Python takes for true. */
public final class Truth {

  private Truth() {}

  public static boolean of(Object value) {
    if (value == null || value instanceof Undefined) {
      return false;
    }
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (value instanceof Long || value instanceof Double) {
      return ((Number) value).doubleValue() != 0;
    }
    if (value instanceof BigInteger number) {
      return number.signum() != 0;
    }
    if (Text.is(value)) {
      return !Text.of(value).isEmpty();
    }
    return !Iteration.hasLength(value) || Iteration.size(value) > 0;
  }
}
