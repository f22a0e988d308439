package org.rsrkernel.view.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
public final class Shown {

  private static final int DIGITS = 4;

  private Shown() {}

  /** Four significant digits: 3.222, 0.01234, 12350, 1.2e-9; a dash for NaN. */
  public static String number(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e9)) {
      return String.format(Locale.ROOT, "%." + (DIGITS - 1) + "e", value);
    }
    if (size >= 1000) {
      return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(DIGITS));
    return size < 1e-300 ? "0" : padded(rounded).toPlainString();
  }

  /** The same without zeros at the end, for axes: 3.5, 0.01, 200. */
  public static String tick(double value) {
    String number = number(value);
    boolean trailing = number.contains(".") && !number.contains("e");
    return trailing ? number.replaceAll("\\.?0+$", "") : number;
  }

  /** A count with groups of thousands: 12,345. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A value cut to the digits a figure needs, so that its JSON stays small. */
  public static double rounded(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).round(new MathContext(DIGITS)).doubleValue()
        : value;
  }

  private static BigDecimal padded(BigDecimal rounded) {
    int missing = DIGITS - rounded.precision();
    return missing > 0 ? rounded.setScale(rounded.scale() + missing) : rounded;
  }
}
