package org.rsrkernel.student.template.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code repr} of a {@code float}: the fewest digits that read back as the same number. */
public final class FloatText {

  /** What it costs. */
  static final int STEPS = 160;

  private FloatText() {}

  public static String of(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    String sign = number < 0 || (number == 0 && 1 / number < 0) ? "-" : "";
    return number == 0 ? sign + "0.0" : sign + digits(shortest(Math.abs(number)));
  }

  /** Starts from JDK 17's own digits, which are enough but not always the fewest or nearest. */
  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    BigDecimal shortest = exact;
    int digits = new BigDecimal(Double.toString(number)).stripTrailingZeros().precision();
    for (int fewer = digits; fewer > 0; fewer--) {
      Optional<BigDecimal> shorter = readsBack(exact, fewer, number);
      if (shorter.isEmpty()) {
        break;
      }
      shortest = shorter.get();
    }
    return shortest.stripTrailingZeros();
  }

  /** The nearest decimal; at a power of two the one above may read back where the nearest fails. */
  private static Optional<BigDecimal> readsBack(BigDecimal exact, int digits, double number) {
    return Stream.of(RoundingMode.HALF_EVEN, RoundingMode.UP)
        .map(rounding -> exact.round(new MathContext(digits, rounding)))
        .filter(decimal -> decimal.doubleValue() == number)
        .findFirst();
  }

  private static String digits(BigDecimal number) {
    String digits = number.unscaledValue().toString();
    int exponent = digits.length() - number.scale() - 1; // of d.ddd * 10^exponent
    if (exponent < -4 || exponent >= 16) {
      String mantissa =
          digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
      return "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
    String plain = number.toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }
}
