package org.rsrkernel.kernel.shell;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * The values of all variables before a declaration. When a class or method is redefined, JShell
 * replaces the variables that depend on it and resets them; this puts their values back.
 */
final class KeptValues {
  private final Map<String, Object> before = new LinkedHashMap<>();
  private final Variables variables;

  KeptValues(Variables variables) {
    this.variables = variables;
    for (VarSnippet variable : variables.snippets()) {
      variables.value(variable).ifPresent(value -> before.put(variable.name(), value));
    }
  }

  /**
   * Restores what {@code events} have reset.
   *
   * @return names of the variables whose old value does not fit their new type
   */
  List<String> restore(List<SnippetEvent> events) {
    List<String> dropped = new ArrayList<>();
    for (SnippetEvent event : events) {
      boolean indirect = event.causeSnippet() != null;
      if (indirect && event.snippet() instanceof VarSnippet variable && isReset(variable, event)) {
        Object old = before.get(variable.name());
        if (old != null && !set(variable, old)) {
          dropped.add(variable.name());
        }
      }
    }
    return dropped;
  }

  private static boolean isReset(VarSnippet variable, SnippetEvent event) {
    return event.status() != Snippet.Status.DROPPED
        && event.status() != Snippet.Status.OVERWRITTEN
        && !variable.name().isEmpty();
  }

  private boolean set(VarSnippet variable, Object old) {
    Field field = variables.field(variable).orElse(null);
    if (field == null) {
      return false;
    }
    try {
      field.set(null, old);
      return true;
    } catch (IllegalArgumentException | IllegalAccessException typesDiffer) {
      return false;
    }
  }
}
