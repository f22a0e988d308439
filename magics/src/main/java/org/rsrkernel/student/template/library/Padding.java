package org.rsrkernel.student.template.library;

import org.rsrkernel.student.template.value.Bound;
import org.rsrkernel.student.template.value.PythonError;
import org.rsrkernel.student.template.value.Text;

/** Fills texts up to a width. The width is the first argument, the filling the second. */
final class Padding {

  private Padding() {}

  static String left(String text, Bound given) {
    return text + filling(given).repeat(missing(text, given));
  }

  static String right(String text, Bound given) {
    return filling(given).repeat(missing(text, given)) + text;
  }

  static String center(String text, Bound given) {
    return center(text, missing(text, given), given.integer(0, 0), filling(given));
  }

  /** Where the missing characters are odd, CPython puts one more left if the width is odd too. */
  static String center(String text, int missing, int width, String filling) {
    int left = missing / 2 + (missing & width & 1);
    return filling.repeat(left) + text + filling.repeat(missing - left);
  }

  static String zeros(String text, Bound given) {
    int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    return text.substring(0, sign) + "0".repeat(missing(text, given)) + text.substring(sign);
  }

  static int missing(String text, Bound given) {
    given.budget().allocate(text.length() + (long) Math.max(0, given.integer(0, 0)));
    return Math.max(0, given.integer(0, 0) - Text.length(text));
  }

  private static String filling(Bound given) {
    String filling = given.has(1) ? given.text(1) : " ";
    if (Text.length(filling) != 1) {
      throw PythonError.failed("The fill character must be exactly one character long");
    }
    return filling;
  }
}
