package org.rsrkernel.kernel.shell;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/** The notebook's variables with their live values. Used with JShell's lock held. */
final class Variables {
  private final JShell jshell;
  private final SnippetExecution execution;

  Variables(JShell jshell, SnippetExecution execution) {
    this.jshell = jshell;
    this.execution = execution;
  }

  /** The variables a cell has declared, in order; not the {@code $1} of bare expressions. */
  List<VarSnippet> snippets() {
    return jshell
        .variables()
        .filter(variable -> variable.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND)
        .filter(variable -> jshell.status(variable) == Snippet.Status.VALID)
        .toList();
  }

  Optional<VarSnippet> find(String name) {
    return snippets().stream().filter(variable -> variable.name().equals(name)).findFirst();
  }

  /** The value; empty also when it is null or its class fails to initialise. */
  Optional<Object> value(VarSnippet variable) {
    return field(variable)
        .map(
            field -> {
              try {
                return field.get(null);
              } catch (IllegalAccessException | LinkageError unreadable) {
                return null;
              }
            });
  }

  Optional<Field> field(VarSnippet variable) {
    try {
      jshell.varValue(variable);
      return Optional.of(execution.field());
    } catch (IllegalArgumentException | IllegalStateException notValid) {
      return Optional.empty();
    }
  }
}
