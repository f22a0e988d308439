package org.rsrkernel.student.template.library;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rsrkernel.student.template.value.Strings;

/** What Python's {@code int} and {@code float} read from a text. */
final class NumberText {

  private static final Pattern REAL =
      Pattern.compile(
          "[+-]?(?:(?:\\d(?:_?\\d)*+)(?:\\.(?:\\d(?:_?\\d)*+)?)?"
              + "|\\.\\d(?:_?\\d)*+)(?:[eE][+-]?\\d(?:_?\\d)*+)?");
  private static final Pattern SPECIAL =
      Pattern.compile("([+-]?)(?:(nan)|inf(?:inity)?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9a-zA-Z](?:_?[0-9a-zA-Z])*+");

  private NumberText() {}

  static Optional<BigInteger> integer(String text, int base) {
    String trimmed = Strings.strip(text, null, Strings.Side.BOTH);
    if (base < Character.MIN_RADIX
        || base > Character.MAX_RADIX
        || !DIGITS.matcher(trimmed).matches()) {
      return Optional.empty();
    }
    String digits = trimmed.replace("_", "").toLowerCase(Locale.ROOT);
    boolean negative = digits.startsWith("-");
    String magnitude = digits.replaceFirst("^[+-]", "");
    String prefix = base == 16 ? "0x" : base == 8 ? "0o" : base == 2 ? "0b" : "none";
    if (magnitude.startsWith(prefix)) {
      magnitude = magnitude.substring(2);
    }
    boolean valid =
        !magnitude.isEmpty() && magnitude.chars().allMatch(c -> Character.digit(c, base) >= 0);
    if (!valid) {
      return Optional.empty();
    }
    BigInteger value = new BigInteger(magnitude, base);
    return Optional.of(negative ? value.negate() : value);
  }

  static Optional<Double> real(String text) {
    String trimmed = Strings.strip(text, null, Strings.Side.BOTH);
    var special = SPECIAL.matcher(trimmed);
    if (special.matches()) {
      double value = special.group(2) != null ? Double.NaN : Double.POSITIVE_INFINITY;
      return Optional.of(special.group(1).equals("-") ? -value : value);
    }
    return REAL.matcher(trimmed).matches()
        ? Optional.of(Double.parseDouble(trimmed.replace("_", "")))
        : Optional.empty();
  }
}
