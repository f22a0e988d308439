package org.rsrkernel.student.template.value;

import java.util.Iterator;
import java.util.List;

/** {@code ==}, {@code <} and {@code in}. */
public final class Comparison {

  private Comparison() {}

  /** {@code first == second}. */
  public static boolean equal(Object first, Object second, Budget budget) {
    budget.step();
    if (first == second) {
      return true;
    }
    if (first == null || second == null) {
      return false;
    }
    if (Numbers.is(first) && Numbers.is(second)) {
      return compareNumbers(first, second) == 0;
    }
    if (Text.is(first) && Text.is(second)) {
      budget.scan(Text.of(first).length());
      return Text.of(first).equals(Text.of(second));
    }
    if (first instanceof Sequence one && second instanceof Sequence other) {
      return one.getClass() == other.getClass() && equalElements(one, other, budget);
    }
    if (first instanceof Dict one && second instanceof Dict other) {
      budget.enter();
      boolean same = one.sameAs(other, budget);
      budget.leave();
      return same;
    }
    return first instanceof Undefined && second instanceof Undefined;
  }

  private static boolean equalElements(Sequence one, Sequence other, Budget budget) {
    if (one.size() != other.size()) {
      return false;
    }
    budget.enter();
    Iterator<Object> others = other.elements().iterator();
    boolean same = true;
    for (Object element : one.elements()) {
      if (!equal(element, others.next(), budget)) {
        same = false;
        break;
      }
    }
    budget.leave();
    return same;
  }

  /** NaN is equal to nothing and less than nothing: gives 1, whichever side it is on. */
  private static int compareNumbers(Object first, Object second) {
    if (!(first instanceof Double) && !(second instanceof Double)) {
      return first instanceof Long one && second instanceof Long other
          ? Long.compare(one, other)
          : Numbers.big(first).compareTo(Numbers.big(second));
    }
    double one = Numbers.real(first);
    double other = Numbers.real(second);
    if (one == other) {
      return 0;
    }
    return one < other ? -1 : 1;
  }

  /**
   * {@code first <operator> second} for {@code <}, {@code <=}, {@code >} or {@code >=}.
   *
   * @throws PythonError if the two have no order
   */
  public static boolean ordered(String operator, Object first, Object second, Budget budget) {
    if (isNan(first) || isNan(second)) {
      return false;
    }
    int order = compare(first, second, operator, budget);
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static boolean isNan(Object value) {
    return value instanceof Double number && number.isNaN();
  }

  /** Negative, zero or positive, as {@link java.util.Comparator} has it. */
  public static int compare(Object first, Object second, String operator, Budget budget) {
    budget.step();
    if (first instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (second instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (Numbers.is(first) && Numbers.is(second)) {
      return compareNumbers(first, second);
    }
    if (Text.is(first) && Text.is(second)) {
      return compareTexts(Text.of(first), Text.of(second), budget);
    }
    boolean lists = first instanceof ListValue && second instanceof ListValue;
    if (lists || (first instanceof Tuple && second instanceof Tuple)) {
      return compareElements((Sequence) first, (Sequence) second, operator, budget);
    }
    throw PythonError.failed(
        "'%s' not supported between instances of '%s' and '%s'"
            .formatted(operator, TypeName.of(first), TypeName.of(second)));
  }

  /** By code point, where Java goes by UTF-16 unit. */
  private static int compareTexts(String first, String second, Budget budget) {
    int length = Math.min(first.length(), second.length());
    budget.scan(length);
    for (int i = 0; i < length; i++) {
      if (first.charAt(i) != second.charAt(i)) {
        return Integer.compare(codePointAround(first, i), codePointAround(second, i));
      }
    }
    return Integer.compare(first.length(), second.length());
  }

  private static int codePointAround(String text, int index) {
    boolean insidePair =
        index > 0
            && Character.isLowSurrogate(text.charAt(index))
            && Character.isHighSurrogate(text.charAt(index - 1));
    return text.codePointAt(insidePair ? index - 1 : index);
  }

  private static int compareElements(
      Sequence first, Sequence second, String operator, Budget budget) {
    List<Object> one = first.elements();
    List<Object> other = second.elements();
    budget.enter();
    int order = Integer.compare(one.size(), other.size());
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!equal(one.get(i), other.get(i), budget)) {
        order = compare(one.get(i), other.get(i), operator, budget);
        break;
      }
    }
    budget.leave();
    return order;
  }

  /**
   * {@code element in container}.
   *
   * @throws PythonError if the container cannot hold such an element
   */
  public static boolean contains(Object container, Object element, Budget budget) {
    if (Text.is(container)) {
      if (!Text.is(element)) {
        throw PythonError.failed(
            "'in <string>' requires string as left operand, not " + TypeName.of(element));
      }
      return TextSearch.indexOf(Text.of(container), Text.of(element), 0, budget) >= 0;
    }
    if (container instanceof Dict dict) {
      return dict.contains(element, budget);
    }
    if (container instanceof DictView view && view.type().equals("dict_keys")) {
      Dict.hashed(element, budget); // fails as a look-up would
    }
    if (!Iteration.isIterable(container)) {
      throw PythonError.failed("argument of type '" + TypeName.of(container) + "' is not iterable");
    }
    Iterator<Object> elements = Iteration.iterator(container, budget);
    while (elements.hasNext()) {
      if (equal(elements.next(), element, budget)) {
        return true;
      }
    }
    return false;
  }
}
