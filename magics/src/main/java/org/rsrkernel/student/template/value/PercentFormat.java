package org.rsrkernel.student.template.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 'format' % values}. */
public final class PercentFormat {

  private static final Pattern CONVERSION =
      Pattern.compile(
          "%(?:\\(([^)]*)\\))?([-+ #0]*)(\\*|\\d+)?(?:\\.(\\*|\\d*))?[hlL]?(.?)", Pattern.DOTALL);
  private static final int MAX_PRECISION = 400;

  private final Dict named;
  private final List<Object> values;
  private final Budget budget;
  private int used;

  private PercentFormat(Object values, Budget budget) {
    this.named = values instanceof Dict dict ? dict : null;
    this.values = values instanceof Tuple tuple ? tuple.elements() : singleton(values);
    this.budget = budget;
  }

  private static List<Object> singleton(Object value) {
    return Tuple.of(value).elements();
  }

  /**
   * The format filled with a tuple's elements, a dict's values by name, or one other value.
   *
   * @throws PythonError if values and conversions do not fit
   */
  public static String format(String format, Object values, Budget budget) {
    PercentFormat filler = new PercentFormat(values, budget);
    TextSink out = new TextSink(budget);
    Matcher conversion = CONVERSION.matcher(format);
    int end = 0;
    while (conversion.find()) {
      out.append(format.substring(end, conversion.start()));
      out.append(filler.convert(conversion));
      end = conversion.end();
    }
    if (filler.used < filler.values.size() && !mayBeLeftOver(values)) {
      throw PythonError.failed("not all arguments converted during string formatting");
    }
    return out.append(format.substring(end)).toString();
  }

  /** Python takes whatever can be subscribed for a mapping of names. */
  private static boolean mayBeLeftOver(Object values) {
    return values instanceof Dict
        || values instanceof ListValue
        || values instanceof IntegerRange
        || values instanceof Undefined;
  }

  private String convert(Matcher conversion) {
    String type = conversion.group(5);
    if (type.equals("%")) {
      return "%";
    }
    if (type.isEmpty() || "sradiuxXoeEfFgGc".indexOf(type.charAt(0)) < 0) {
      throw PythonError.failed("unsupported format character in '" + conversion.group() + "'");
    }
    String flags = conversion.group(2);
    int width = size(conversion.group(3), 0);
    int precision = conversion.group(4) == null ? -1 : size(conversion.group(4), 0);
    Object value = conversion.group(1) == null ? next() : byName(conversion.group(1));
    budget.steps(FloatText.STEPS);
    budget.compute(Numbers.isInteger(value) ? Numbers.big(value).bitLength() : 0);
    budget.allocate(width);
    return padded(text(type.charAt(0), flags, precision, value), flags, width, type.charAt(0));
  }

  private int size(String digits, int otherwise) {
    if (digits == null || digits.isEmpty()) {
      return otherwise;
    }
    if (digits.equals("*")) {
      return Math.max(0, Numbers.index(next()));
    }
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  private Object next() {
    if (used >= values.size()) {
      throw PythonError.failed("not enough arguments for format string");
    }
    return values.get(used++);
  }

  private Object byName(String name) {
    if (named == null) {
      throw PythonError.failed("format requires a mapping");
    }
    Object value = named.get(name, budget);
    if (value == Absent.ABSENT) {
      throw PythonError.failed("format has no value for '" + name + "'");
    }
    return value;
  }

  private String text(char type, String flags, int precision, Object value) {
    return switch (type) {
      case 's' -> cut(Display.str(value, budget), precision);
      case 'r', 'a' -> cut(Display.repr(value, budget), precision);
      case 'c' -> Text.is(value) ? Text.of(value) : Character.toString(Numbers.index(value));
      case 'd', 'i', 'u' -> signed(integer(value, type).toString(), flags);
      case 'x' -> integer(value, type).toString(16);
      case 'X' -> integer(value, type).toString(16).toUpperCase(Locale.ROOT);
      case 'o' -> integer(value, type).toString(8);
      default -> signed(real(type, precision < 0 ? 6 : precision, value), flags);
    };
  }

  private static String cut(String text, int precision) {
    return precision < 0 || Text.length(text) <= precision
        ? text
        : text.substring(0, text.offsetByCodePoints(0, precision));
  }

  private static BigInteger integer(Object value, char type) {
    if (value instanceof Double number && "diu".indexOf(type) >= 0 && !number.isNaN()) {
      return new BigDecimal(number).toBigInteger();
    }
    if (!Numbers.isInteger(value)) {
      throw PythonError.failed(
          "%" + type + " format: a real number is required, not " + TypeName.of(value));
    }
    return Numbers.big(value);
  }

  private static String signed(String number, String flags) {
    if (number.startsWith("-")) {
      return number;
    }
    return (flags.contains("+") ? "+" : flags.contains(" ") ? " " : "") + number;
  }

  private static String real(char type, int precision, Object value) {
    if (!Numbers.is(value)) {
      throw PythonError.failed("must be real number, not " + TypeName.of(value));
    }
    if (precision > MAX_PRECISION) {
      throw PythonError.limit("it prints a number with too many digits");
    }
    double number = Numbers.real(value);
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return FloatText.of(number);
    }
    String text =
        switch (type) {
          case 'f', 'F' ->
              new BigDecimal(number).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
          case 'e', 'E' -> String.format(Locale.ROOT, "%." + precision + "e", number);
          default -> general(number, precision);
        };
    return Character.isUpperCase(type) ? text.toUpperCase(Locale.ROOT) : text;
  }

  /** {@code %g}: as many significant digits, without trailing zeros. */
  private static String general(double number, int precision) {
    int digits = Math.max(1, precision);
    BigDecimal rounded =
        new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    if (rounded.signum() == 0) {
      return "0";
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal stripped = rounded.stripTrailingZeros();
    if (exponent >= -4 && exponent < digits) {
      return stripped.toPlainString();
    }
    BigDecimal mantissa = stripped.movePointLeft(exponent);
    return "%se%s%02d"
        .formatted(mantissa.toPlainString(), exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private static String padded(String text, String flags, int width, char type) {
    int missing = width - Text.length(text);
    if (missing <= 0) {
      return text;
    }
    if (flags.contains("-")) {
      return text + " ".repeat(missing);
    }
    boolean zeros = flags.contains("0") && "srac".indexOf(type) < 0;
    if (!zeros) {
      return " ".repeat(missing) + text;
    }
    int sign = text.startsWith("-") || text.startsWith("+") || text.startsWith(" ") ? 1 : 0;
    return text.substring(0, sign) + "0".repeat(missing) + text.substring(sign);
  }
}
