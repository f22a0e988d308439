package org.rsrkernel.student.template;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rsrkernel.student.template.value.Budget;
import org.rsrkernel.student.template.value.Dict;
import org.rsrkernel.student.template.value.ListValue;
import org.rsrkernel.student.template.value.Numbers;

/** JSON values as a template holds them; the budget grows with their size. */
final class PythonValues {

  private PythonValues() {}

  static Object of(Object value, Budget budget) {
    budget.allowForInput(Budget.OBJECT);
    if (value instanceof String text) {
      budget.allowForInput(text.length());
      return text;
    }
    if (value instanceof Map<?, ?> map) {
      Dict dict = new Dict();
      map.forEach((key, entry) -> dict.put(key, of(entry, budget), budget));
      return dict;
    }
    if (value instanceof List<?> list) {
      List<Object> elements = new ArrayList<>(list.size());
      list.forEach(element -> elements.add(of(element, budget)));
      return new ListValue(elements);
    }
    return value instanceof Number number ? ofNumber(number) : value;
  }

  private static Object ofNumber(Number number) {
    if (number instanceof BigInteger integer) {
      return Numbers.of(integer);
    }
    boolean real = number instanceof Double || number instanceof Float;
    return real ? (Object) number.doubleValue() : (Object) number.longValue();
  }
}
