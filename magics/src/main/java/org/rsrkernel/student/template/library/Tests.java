package org.rsrkernel.student.template.library;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.rsrkernel.student.template.value.Arguments;
import org.rsrkernel.student.template.value.Arithmetic;
import org.rsrkernel.student.template.value.Bound;
import org.rsrkernel.student.template.value.Comparison;
import org.rsrkernel.student.template.value.Dict;
import org.rsrkernel.student.template.value.Display;
import org.rsrkernel.student.template.value.Function;
import org.rsrkernel.student.template.value.Iteration;
import org.rsrkernel.student.template.value.Markup;
import org.rsrkernel.student.template.value.Numbers;
import org.rsrkernel.student.template.value.Parameters;
import org.rsrkernel.student.template.value.PythonError;
import org.rsrkernel.student.template.value.Sequence;
import org.rsrkernel.student.template.value.Strings;
import org.rsrkernel.student.template.value.Text;
import org.rsrkernel.student.template.value.Undefined;

/** {@code value is test}, by name. */
public final class Tests {

  private interface Test {
    boolean holds(Object value, Bound given);
  }

  private record Definition(Parameters parameters, Test test) {}

  private static final Map<String, Definition> ALL = new HashMap<>();

  static {
    alone("defined", value -> !(value instanceof Undefined));
    alone("undefined", value -> value instanceof Undefined);
    alone("none", value -> value == null);
    alone("boolean", value -> value instanceof Boolean);
    alone("true", value -> Boolean.TRUE.equals(value));
    alone("false", value -> Boolean.FALSE.equals(value));
    alone("integer", value -> value instanceof Long || value instanceof BigInteger);
    alone("float", value -> value instanceof Double);
    alone("number", Numbers::is);
    alone("string", Text::is);
    alone("mapping", value -> value instanceof Dict);
    alone("iterable", Iteration::isIterable);
    alone("sequence", Tests::isSequence);
    alone("callable", value -> value instanceof Function || value instanceof Undefined);
    alone("escaped", value -> value instanceof Markup);
    put("odd", (value, given) -> remainder(value, 2L, given).equals(1L));
    put("even", (value, given) -> remainder(value, 2L, given).equals(0L));
    put("divisibleby", Tests::isDivisible, "num");
    put("lower", (value, given) -> hasCase(value, given, false));
    put("upper", (value, given) -> hasCase(value, given, true));
    put("filter", (value, given) -> Filters.names().contains(Display.str(value, given.budget())));
    put("test", (value, given) -> ALL.containsKey(Display.str(value, given.budget())));
    put("in", (value, given) -> Comparison.contains(given.get(0), value, given.budget()), "seq");
    put("sameas", (value, given) -> isSame(value, given), "other");
    for (String name : Set.of("eq", "equalto", "==")) {
      put(name, (value, given) -> equal(value, given), "b");
    }
    for (String name : Set.of("ne", "!=")) {
      put(name, (value, given) -> !equal(value, given), "b");
    }
    ordered("<", "lt", "lessthan");
    ordered("<=", "le");
    ordered(">", "gt", "greaterthan");
    ordered(">=", "ge");
  }

  private Tests() {}

  private static void alone(String name, Predicate<Object> test) {
    put(name, (value, given) -> test.test(value));
  }

  private static void put(String name, Test test, String... parameters) {
    ALL.put(name, new Definition(Parameters.of(name, parameters.length, parameters), test));
  }

  private static void ordered(String operator, String... otherNames) {
    Test test = (value, given) -> Comparison.ordered(operator, value, given.get(0), given.budget());
    put(operator, test, "b");
    for (String name : otherNames) {
      put(name, test, "b");
    }
  }

  public static Set<String> names() {
    return ALL.keySet();
  }

  /**
   * {@code value is name(arguments)}.
   *
   * @throws PythonError if there is no such test, or it cannot take such a value
   */
  public static boolean holds(String name, Object value, Arguments arguments) {
    Definition definition = ALL.get(name);
    if (definition == null) {
      throw PythonError.failed("No test named '" + name + "' found.");
    }
    return definition.test().holds(value, definition.parameters().bind(arguments));
  }

  private static boolean isSequence(Object value) {
    return value instanceof Sequence
        || value instanceof Dict
        || value instanceof Undefined
        || Text.is(value);
  }

  private static Object remainder(Object value, Object divisor, Bound given) {
    Object remainder = Arithmetic.apply("%", value, divisor, given.budget());
    return remainder instanceof Double number && number == Math.rint(number)
        ? (Object) number.longValue()
        : remainder;
  }

  private static boolean isDivisible(Object value, Bound given) {
    return remainder(value, given.get(0), given).equals(0L);
  }

  private static boolean hasCase(Object value, Bound given, boolean upper) {
    String text = Display.str(value, given.budget());
    given.budget().scan(text.length());
    return Strings.hasOnlyCase(text, upper);
  }

  private static boolean equal(Object value, Bound given) {
    return Comparison.equal(value, given.get(0), given.budget());
  }

  /** {@code is}: the same object; small values have no identity here and are compared. */
  private static boolean isSame(Object value, Bound given) {
    Object other = given.get(0);
    given.budget().scan(value instanceof String text ? text.length() : 0);
    boolean small = value instanceof Boolean || value instanceof Long || value instanceof String;
    return value == other || (small && value.equals(other));
  }
}
