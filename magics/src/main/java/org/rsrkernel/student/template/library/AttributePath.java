package org.rsrkernel.student.template.library;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.student.template.value.Budget;
import org.rsrkernel.student.template.value.Text;
import org.rsrkernel.student.template.value.Undefined;

/**
 * Where a filter's {@code attribute} argument points: {@code 'function.name'}, {@code 'parts.0'}.
 */
record AttributePath(List<Object> keys) {

  /** The path of an argument; {@code None} points to the element itself. */
  static AttributePath of(Object argument, Budget budget) {
    List<Object> keys = new ArrayList<>();
    if (Text.is(argument)) {
      budget.allocateObjects(Text.of(argument).length());
      for (String part : Text.of(argument).split("\\.", -1)) {
        boolean index = !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
        keys.add(index && part.length() < 10 ? (Object) Long.valueOf(part) : part);
      }
    } else if (argument != null) {
      keys.add(argument);
    }
    return new AttributePath(keys);
  }

  /** What the path leads to; {@code otherwise}, if not null, where something is undefined. */
  Object resolve(Object element, Object otherwise, Budget budget) {
    Object value = element;
    for (Object key : keys) {
      value = AttributeAccess.item(value, key, budget);
      if (otherwise != null && value instanceof Undefined) {
        value = otherwise;
      }
    }
    return value;
  }
}
