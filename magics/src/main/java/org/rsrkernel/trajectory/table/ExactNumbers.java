package org.rsrkernel.trajectory.table;

import java.math.BigDecimal;

/** Which Java type holds a number's digits without changing its value. */
final class ExactNumbers {

  /** No {@code long} has more characters, no {@code double} needs more. */
  private static final int LONGEST = 40;

  private ExactNumbers() {}

  /** Digits such as 007 are a name, not a number; Tablesaw takes the smallest long for missing. */
  static boolean isLong(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    try {
      long number = Long.parseLong(text);
      return number != Long.MIN_VALUE && Long.toString(number).equals(text);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  static boolean isDouble(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number)
          && new BigDecimal(text).compareTo(BigDecimal.valueOf(number)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
