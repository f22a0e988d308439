package org.rsrkernel.kernel.shell;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * The values of all variables before a snippet ran. When it redefined a class or method, JShell has
 * reset the variables that depend on it or taken them away; this brings them and their values back.
 */
final class KeptValues {
  private final Map<String, Kept> before = new LinkedHashMap<>();
  private final Variables variables;
  private final Successors successors;

  private record Kept(VarSnippet variable, Field field, Optional<Object> value) {}

  KeptValues(Variables variables, Successors successors) {
    this.variables = variables;
    this.successors = successors;
    for (VarSnippet variable : variables.snippets()) {
      variables
          .field(variable)
          .ifPresent(
              field ->
                  before.put(variable.name(), new Kept(variable, field, Variables.read(field))));
    }
  }

  /**
   * Restores what {@code events} have reset.
   *
   * @return names of the variables that have lost their value, because its class was replaced
   */
  List<String> restore(List<SnippetEvent> events) {
    Set<String> declaredAnew = new HashSet<>();
    boolean changedOthers = false;
    for (SnippetEvent event : events) {
      if (event.causeSnippet() != null) {
        changedOthers = true;
      } else if (event.snippet() instanceof VarSnippet variable) {
        declaredAnew.add(variable.name());
      }
    }
    List<String> lost = new ArrayList<>();
    if (changedOthers) {
      // all of them before any value: declaring one resets those whose initializers name it
      before.values().forEach(this::declareIfGone);
      before.forEach(
          (name, kept) -> {
            if (!declaredAnew.contains(name) && !restore(name, kept)) {
              lost.add(name);
            }
            retireIfReplaced(name, kept);
          });
    } else {
      declaredAnew.stream()
          .filter(before::containsKey)
          .forEach(name -> retireIfReplaced(name, before.get(name)));
    }
    return lost;
  }

  private void declareIfGone(Kept kept) {
    if (variables.find(kept.variable().name()).isEmpty()) {
      variables.declareAgain(kept.variable(), kept.field());
    }
  }

  private boolean restore(String name, Kept kept) {
    Optional<Field> field = variables.find(name).flatMap(variables::field);
    boolean untouched = field.filter(kept.field()::equals).isPresent();
    return untouched
        || kept.value().isEmpty()
        || field.isPresent()
            && successors
                .of(kept.value().get())
                .filter(value -> Variables.write(field.get(), value))
                .isPresent();
  }

  private void retireIfReplaced(String name, Kept kept) {
    Optional<Field> now = variables.find(name).flatMap(variables::field);
    if (now.isEmpty() || !now.get().equals(kept.field())) {
      variables.retire(name, kept.field());
    }
  }
}
