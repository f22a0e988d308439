package org.rsrkernel.student.template.value;

import java.math.BigInteger;

/** Python's numbers, {@code bool} among them. */
public final class Numbers {

  private Numbers() {}

  public static boolean is(Object value) {
    return value instanceof Double || isInteger(value);
  }

  /** Whether the value is an {@code int}; {@code True} and {@code False} are. */
  public static boolean isInteger(Object value) {
    return value instanceof Long || value instanceof BigInteger || value instanceof Boolean;
  }

  /** An integer of any size. */
  public static BigInteger big(Object integer) {
    if (integer instanceof Boolean truth) {
      return truth ? BigInteger.ONE : BigInteger.ZERO;
    }
    return integer instanceof BigInteger number
        ? number
        : BigInteger.valueOf(((Number) integer).longValue());
  }

  public static double real(Object number) {
    if (number instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    double value = ((Number) number).doubleValue();
    if (Double.isInfinite(value) && !(number instanceof Double)) {
      throw PythonError.failed("int too large to convert to float");
    }
    return value;
  }

  /** The integer as a template holds it. */
  public static Object of(BigInteger integer) {
    return integer.bitLength() < Long.SIZE ? (Object) integer.longValue() : integer;
  }

  /** A value that counts or indexes, cut to Java's range. */
  public static int index(Object value) {
    if (value instanceof Undefined || !isInteger(value)) {
      throw PythonError.failed(
          "'" + TypeName.of(value) + "' object cannot be interpreted as an integer");
    }
    BigInteger integer = big(value);
    if (integer.bitLength() < Integer.SIZE) {
      return integer.intValue();
    }
    return integer.signum() < 0 ? -Integer.MAX_VALUE : Integer.MAX_VALUE;
  }
}
