package org.rsrkernel.student.template.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** {@code repr} of a {@code float}: the fewest digits that read back as the same number. */
public final class FloatText {

  /** So many decimal digits tell any two doubles apart. */
  private static final int MAX_DIGITS = 17;

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

  /** JDK 17's own {@code Double.toString} is not always the shortest. */
  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    for (int digits = 1; digits < MAX_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == number) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
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
