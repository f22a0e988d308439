package org.rsrkernel.trajectory.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.math3.exception.MathArithmeticException;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The exact value of a number, fraction or simple expression: {@code + - * / ^}, parentheses,
 * {@code \frac}, {@code \cdot}, {@code \times}, {@code \div}, thousands commas, percent and dollar
 * signs.
 */
final class Expression {

  private static final int LONGEST = 200;
  private static final int DEEPEST = 32;
  private static final int HIGHEST_POWER = 64;

  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?:\\D|$))");
  private static final Pattern FRACTION =
      Pattern.compile("\\\\[dt]?frac\\{([^{}]*)\\}\\{([^{}]*)\\}");
  private static final Pattern SHORT_FRACTION = Pattern.compile("\\\\[dt]?frac(\\d)(\\d)");
  private static final Pattern MIXED = Pattern.compile("(-?)(\\d+) +(\\d+/\\d+)");
  private static final Pattern DECORATION =
      Pattern.compile(
          "\\\\[,!;: ]|\\\\left|\\\\right|\\\\\\$|[$*]{2}|\\\\[()\\[\\]]|^[$*]+|[$*.]+$|\\$");

  private final String text;
  private int at;
  private int depth;

  private Expression(String text) {
    this.text = text;
  }

  /** Empty if the text is no such expression. */
  static Optional<BigFraction> valueOf(String written) {
    String plain = plain(written);
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Expression expression = new Expression(plain);
      BigFraction value = expression.sum();
      return expression.at == plain.length() ? Optional.of(value) : Optional.empty();
    } catch (IllegalArgumentException | MathArithmeticException notAnExpression) {
      return Optional.empty();
    }
  }

  private static String plain(String written) {
    String plain = written.strip();
    if (plain.length() > LONGEST) {
      return plain;
    }
    plain = DECORATION.matcher(plain).replaceAll("").strip();
    plain = FRACTION.matcher(plain).replaceAll("(($1)/($2))");
    plain = SHORT_FRACTION.matcher(plain).replaceAll("($1/$2)");
    plain = THOUSANDS.matcher(plain).replaceAll("");
    plain = MIXED.matcher(plain).replaceAll("$1($2+$3)");
    return plain
        .replace("\\cdot", "*")
        .replace("\\times", "*")
        .replace("×", "*")
        .replace("\\div", "/")
        .replace("÷", "/")
        .replace("−", "-")
        .replace("\\%", "%")
        .replace('{', '(')
        .replace('}', ')')
        .replace(" ", "");
  }

  private BigFraction sum() {
    BigFraction value = product();
    while (true) {
      if (take('+')) {
        value = value.add(product());
      } else if (take('-')) {
        value = value.subtract(product());
      } else {
        return value;
      }
    }
  }

  private BigFraction product() {
    BigFraction value = power();
    while (true) {
      if (take('*')) {
        value = value.multiply(power());
      } else if (take('/')) {
        value = value.divide(power());
      } else {
        return value;
      }
    }
  }

  private BigFraction power() {
    if (take('-')) {
      return nested(this::power).negate();
    }
    BigFraction base = atom();
    if (!take('^')) {
      return base;
    }
    BigFraction exponent = nested(this::power);
    boolean small = exponent.abs().compareTo(new BigFraction(HIGHEST_POWER)) <= 0;
    if (!small || !exponent.getDenominator().equals(BigInteger.ONE)) {
      throw new IllegalArgumentException("not a small whole power");
    }
    return base.pow(exponent.intValue());
  }

  private BigFraction atom() {
    if (take('(')) {
      BigFraction value = nested(this::sum);
      if (!take(')')) {
        throw new IllegalArgumentException("parenthesis not closed");
      }
      return percent(value);
    }
    int start = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    BigDecimal number = new BigDecimal(text.substring(start, at));
    BigFraction value =
        new BigFraction(number.unscaledValue(), BigInteger.TEN.pow(Math.max(0, number.scale())));
    return percent(value);
  }

  private BigFraction percent(BigFraction value) {
    return take('%') ? value.divide(BigInteger.valueOf(100)) : value;
  }

  private BigFraction nested(Supplier<BigFraction> part) {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException("nested too deeply");
    }
    BigFraction value = part.get();
    depth--;
    return value;
  }

  private boolean take(char wanted) {
    boolean there = at < text.length() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }
}
