package org.rsrkernel.student.template.evaluation;

import java.util.HashMap;
import java.util.Map;
import org.rsrkernel.student.template.value.Absent;

/** Variables of a block; those around it can be read, not set. */
final class Scope {

  private final Map<String, Object> variables = new HashMap<>();
  private final Scope outer;

  Scope(Scope outer) {
    this.outer = outer;
  }

  void set(String name, Object value) {
    variables.put(name, value);
  }

  /** The variable's value, or {@link Absent#ABSENT}. */
  Object get(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Object value = scope.variables.get(name);
      if (value != null || scope.variables.containsKey(name)) {
        return value;
      }
    }
    return Absent.ABSENT;
  }
}
