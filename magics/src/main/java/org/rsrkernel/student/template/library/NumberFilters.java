package org.rsrkernel.student.template.library;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rsrkernel.student.template.value.Arithmetic;
import org.rsrkernel.student.template.value.Bound;
import org.rsrkernel.student.template.value.Iteration;
import org.rsrkernel.student.template.value.Numbers;
import org.rsrkernel.student.template.value.PythonError;
import org.rsrkernel.student.template.value.Text;
import org.rsrkernel.student.template.value.TypeName;
import org.rsrkernel.student.template.value.Undefined;

/** Filters that make numbers. */
final class NumberFilters {

  private static final int MAX_PRECISION = 400;
  private static final int ROUNDING_STEPS = 300;
  private static final int MAX_DIGITS = 4300; // Python's own limit

  private NumberFilters() {}

  static Map<String, Filter> all() {
    Map<String, Filter> filters = new HashMap<>();
    filters.put("int", Filter.of(NumberFilters::integer, "int", 0, "default", "base"));
    filters.put("float", Filter.of(NumberFilters::real, "float", 0, "default"));
    filters.put("abs", Filter.of(NumberFilters::absolute, "abs", 0));
    filters.put("round", Filter.of(NumberFilters::round, "round", 0, "precision", "method"));
    filters.put("sum", Filter.of(NumberFilters::sum, "sum", 0, "attribute", "start"));
    return filters;
  }

  private static Object integer(Object value, Bound given) {
    if (value instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (value instanceof Double number) {
      return truncated(number).orElse(given.get(0, 0L));
    }
    if (Numbers.is(value)) {
      return Numbers.of(Numbers.big(value));
    }
    if (!Text.is(value)) {
      return given.get(0, 0L);
    }
    String text = Text.of(value);
    if (text.length() > MAX_DIGITS) {
      return given.get(0, 0L);
    }
    given.budget().compute(4L * text.length());
    return NumberText.integer(text, given.integer(1, 10))
        .map(Numbers::of)
        .or(() -> NumberText.real(text).flatMap(NumberFilters::truncated))
        .orElse(given.get(0, 0L));
  }

  private static Optional<Object> truncated(double number) {
    boolean finite = !Double.isNaN(number) && !Double.isInfinite(number);
    return finite
        ? Optional.of(Numbers.of(new BigDecimal(number).toBigInteger()))
        : Optional.empty();
  }

  private static Object real(Object value, Bound given) {
    if (value instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (Numbers.is(value)) {
      return Numbers.real(value);
    }
    given.budget().scan(Text.is(value) ? 16L * Text.of(value).length() : 0);
    Optional<Double> number = Text.is(value) ? NumberText.real(Text.of(value)) : Optional.empty();
    return number.isPresent() ? number.get() : given.get(0, 0.0);
  }

  private static Object absolute(Object value, Bound given) {
    if (value instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (value instanceof Double number) {
      return Math.abs(number);
    }
    if (!Numbers.is(value)) {
      throw PythonError.failed("bad operand type for abs(): '" + TypeName.of(value) + "'");
    }
    given.budget().step();
    return Numbers.of(Numbers.big(value).abs());
  }

  private static Object round(Object value, Bound given) {
    String method = given.has(1) ? given.text(1) : "common";
    if (!method.equals("common") && !method.equals("ceil") && !method.equals("floor")) {
      throw PythonError.failed("method must be common, ceil or floor");
    }
    if (!Numbers.is(value)) {
      throw PythonError.failed("type " + TypeName.of(value) + " doesn't define __round__ method");
    }
    int precision = given.integer(0, 0);
    given.budget().steps(ROUNDING_STEPS);
    if (Math.abs(precision) > MAX_PRECISION) {
      throw PythonError.failed("precision " + precision + " is out of range");
    }
    if (method.equals("common")) {
      return roundHalfEven(value, precision);
    }
    double scale = Math.pow(10, precision);
    double scaled = Numbers.real(value) * scale;
    double whole = method.equals("ceil") ? Math.ceil(scaled) : Math.floor(scaled);
    return (whole + 0.0) / scale; // Python's ceil gives an integer, which has no negative zero
  }

  private static Object roundHalfEven(Object value, int precision) {
    if (value instanceof Double number) {
      boolean finite = !Double.isNaN(number) && !Double.isInfinite(number);
      double rounded =
          finite
              ? new BigDecimal(number).setScale(precision, RoundingMode.HALF_EVEN).doubleValue()
              : number;
      return Math.copySign(rounded, number);
    }
    BigInteger integer = Numbers.big(value);
    return Numbers.of(
        precision >= 0
            ? integer
            : new BigDecimal(integer).setScale(precision, RoundingMode.HALF_EVEN).toBigInteger());
  }

  private static Object sum(Object value, Bound given) {
    Object total = given.get(1, 0L);
    if (Text.is(total)) {
      throw PythonError.failed("sum() can't sum strings [use ''.join(seq) instead]");
    }
    AttributePath path = AttributePath.of(given.get(0), given.budget());
    for (var elements = Iteration.iterator(value, given.budget()); elements.hasNext(); ) {
      Object element = path.resolve(elements.next(), null, given.budget());
      total = Arithmetic.apply("+", total, element, given.budget());
    }
    return total;
  }
}
