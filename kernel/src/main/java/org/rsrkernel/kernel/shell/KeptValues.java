package org.rsrkernel.kernel.shell;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * The values of all variables before a snippet ran. When it redefined a class or method, JShell has
 * replaced the variables that depend on it and reset them; this puts their values back.
 */
final class KeptValues {
  private final Map<String, Kept> before = new LinkedHashMap<>();
  private final Variables variables;

  private record Kept(Field field, Optional<Object> value) {}

  KeptValues(Variables variables) {
    this.variables = variables;
    for (VarSnippet variable : variables.snippets()) {
      variables
          .field(variable)
          .ifPresent(field -> before.put(variable.name(), new Kept(field, Variables.read(field))));
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
      boolean indirect = event.causeSnippet() != null && event.status().isActive();
      if (indirect && event.snippet() instanceof VarSnippet variable) {
        Optional<Object> old =
            Optional.ofNullable(before.get(variable.name())).flatMap(Kept::value);
        Optional<Field> field = variables.field(variable);
        if (old.isPresent() && !(field.isPresent() && Variables.write(field.get(), old.get()))) {
          dropped.add(variable.name());
        }
      }
    }
    before.forEach(this::retireIfReplaced);
    return dropped;
  }

  private void retireIfReplaced(String name, Kept kept) {
    Optional<Field> now = variables.find(name).flatMap(variables::field);
    if (now.isEmpty() || !now.get().equals(kept.field())) {
      variables.retire(name, kept.field());
    }
  }
}
