package org.rsrkernel.student.template.library;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.rsrkernel.student.template.value.Arguments;
import org.rsrkernel.student.template.value.PythonError;

/** The filters, by name. */
public final class Filters {

  private static final Map<String, Filter> ALL = new HashMap<>();

  static {
    ALL.putAll(TextFilters.all());
    ALL.putAll(NumberFilters.all());
    ALL.putAll(SequenceFilters.all());
    ALL.putAll(OrderFilters.all());
    ALL.putAll(SelectionFilters.all());
  }

  private Filters() {}

  public static Set<String> names() {
    return ALL.keySet();
  }

  /**
   * {@code value | name(arguments)}.
   *
   * @throws PythonError if there is no such filter, or it cannot take such a value
   */
  public static Object apply(String name, Object value, Arguments arguments) {
    Filter filter = ALL.get(name);
    if (filter == null) {
      throw PythonError.failed("No filter named '" + name + "' found.");
    }
    return filter.apply(value, arguments);
  }
}
