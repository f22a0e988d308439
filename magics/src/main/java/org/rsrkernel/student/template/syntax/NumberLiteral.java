package org.rsrkernel.student.template.syntax;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in a template.
 *
 * @param value {@code Long}, {@code BigInteger} if it does not fit, or {@code Double}
 * @param end position after it
 */
record NumberLiteral(Object value, int end) {

  private static final String DIGITS = "\\d(?:_?\\d)*+";
  private static final Pattern FLOAT =
      Pattern.compile(
          DIGITS + "(?:(?:\\." + DIGITS + ")?[eE][+\\-]?" + DIGITS + "|\\." + DIGITS + ")");
  private static final Pattern INTEGER =
      Pattern.compile(
          "0[bB](?:_?[01])++|0[oO](?:_?[0-7])++|0[xX](?:_?[\\da-fA-F])++|[1-9](?:_?\\d)*+|0(?:_?0)*+");

  /** The number that starts at a position, where a digit is. */
  static NumberLiteral at(String source, int start) {
    Matcher floating = FLOAT.matcher(source).region(start, source.length());
    boolean afterDot = start > 0 && source.charAt(start - 1) == '.';
    if (!afterDot && floating.lookingAt()) {
      return new NumberLiteral(
          Double.parseDouble(floating.group().replace("_", "")), floating.end());
    }
    Matcher integer = INTEGER.matcher(source).region(start, source.length());
    if (!integer.lookingAt()) {
      throw new IllegalStateException("no digit at " + start);
    }
    return new NumberLiteral(integerOf(integer.group().replace("_", "")), integer.end());
  }

  private static Object integerOf(String text) {
    String prefix = text.length() > 2 ? text.substring(0, 2).toLowerCase(Locale.ROOT) : "";
    BigInteger value =
        switch (prefix) {
          case "0x" -> new BigInteger(text.substring(2), 16);
          case "0o" -> new BigInteger(text.substring(2), 8);
          case "0b" -> new BigInteger(text.substring(2), 2);
          default -> new BigInteger(text);
        };
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }
}
