package org.rsrkernel.student.template.library;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.rsrkernel.student.template.value.Arguments;
import org.rsrkernel.student.template.value.Budget;
import org.rsrkernel.student.template.value.Display;
import org.rsrkernel.student.template.value.FilteredElements;
import org.rsrkernel.student.template.value.Iteration;
import org.rsrkernel.student.template.value.LazySequence;
import org.rsrkernel.student.template.value.PythonError;
import org.rsrkernel.student.template.value.Truth;

/** {@code map}, {@code select} and their kin: elements one by one, when they are asked for. */
final class SelectionFilters {

  private SelectionFilters() {}

  static Map<String, Filter> all() {
    Map<String, Filter> filters = new HashMap<>();
    filters.put("map", SelectionFilters::map);
    filters.put("select", (value, arguments) -> select(value, arguments, false, true));
    filters.put("reject", (value, arguments) -> select(value, arguments, false, false));
    filters.put("selectattr", (value, arguments) -> select(value, arguments, true, true));
    filters.put("rejectattr", (value, arguments) -> select(value, arguments, true, false));
    return filters;
  }

  private static Object map(Object value, Arguments arguments) {
    return lazily(
        value,
        arguments.budget(),
        () -> {
          UnaryOperator<Object> change = change(arguments);
          Iterator<Object> elements = Iteration.iterator(value, arguments.budget());
          return new Iterator<>() {
            @Override
            public boolean hasNext() {
              return elements.hasNext();
            }

            @Override
            public Object next() {
              return change.apply(elements.next());
            }
          };
        });
  }

  private static UnaryOperator<Object> change(Arguments arguments) {
    List<Object> positional = arguments.positional();
    Map<String, Object> named = arguments.named();
    Budget budget = arguments.budget();
    if (positional.isEmpty() && named.containsKey("attribute")) {
      if (!Set.of("attribute", "default").containsAll(named.keySet())) {
        throw PythonError.failed("map got an unexpected keyword argument");
      }
      AttributePath path = AttributePath.of(named.get("attribute"), arguments.budget());
      return element -> path.resolve(element, named.get("default"), budget);
    }
    if (positional.isEmpty()) {
      throw PythonError.failed("map requires a filter argument");
    }
    String filter = Display.str(positional.get(0), budget);
    Arguments rest = new Arguments(positional.subList(1, positional.size()), named, budget);
    return element -> Filters.apply(filter, element, rest);
  }

  private static Object select(
      Object value, Arguments arguments, boolean byAttribute, boolean wanted) {
    return lazily(
        value,
        arguments.budget(),
        () -> {
          Predicate<Object> test = test(arguments, byAttribute);
          Iterator<Object> elements = Iteration.iterator(value, arguments.budget());
          return new FilteredElements(elements, element -> test.test(element) == wanted);
        });
  }

  private static Predicate<Object> test(Arguments arguments, boolean byAttribute) {
    List<Object> positional = arguments.positional();
    Budget budget = arguments.budget();
    if (byAttribute && positional.isEmpty()) {
      throw PythonError.failed("Missing parameter for attribute name");
    }
    AttributePath path = AttributePath.of(byAttribute ? positional.get(0) : null, budget);
    int testIndex = byAttribute ? 1 : 0;
    if (positional.size() <= testIndex) {
      return element -> Truth.of(path.resolve(element, null, budget));
    }
    String name = Display.str(positional.get(testIndex), budget);
    List<Object> others = positional.subList(testIndex + 1, positional.size());
    Arguments rest = new Arguments(others, arguments.named(), budget);
    return element -> Tests.holds(name, path.resolve(element, null, budget), rest);
  }

  private interface Opening {
    Iterator<Object> open();
  }

  /** A generator that does nothing, not even fail, before its first element is asked for. */
  private static LazySequence lazily(Object value, Budget budget, Opening opening) {
    budget.allocateObjects(4);
    return new LazySequence(
        new Iterator<>() {
          private Iterator<Object> opened;

          @Override
          public boolean hasNext() {
            if (opened == null) {
              opened = Truth.of(value) ? opening.open() : Collections.emptyIterator();
            }
            budget.enter(); // generators may be stacked
            boolean more = opened.hasNext();
            budget.leave();
            return more;
          }

          @Override
          public Object next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            return opened.next();
          }
        });
  }
}
