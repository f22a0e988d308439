package org.rsrkernel.kernel.shell;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.rsrkernel.kernel.source.CellClasses;

/** The notebook's variables with their live values. Used with JShell's lock held. */
final class Variables {
  private final JShell jshell;
  private final SnippetExecution execution;
  private final Map<String, VarSnippet> declared = new LinkedHashMap<>();
  private final Map<String, List<WeakReference<Class<?>>>> retired = new HashMap<>();

  Variables(JShell jshell, SnippetExecution execution) {
    this.jshell = jshell;
    this.execution = execution;
    jshell.onSnippetEvent(this::takeNote);
  }

  private void takeNote(SnippetEvent event) {
    if (event.snippet() instanceof VarSnippet variable
        && !ExpressionVariable.isDeclaredBy(variable)) {
      if (event.status().isActive()) {
        declared.put(variable.name(), variable);
      } else {
        declared.remove(variable.name(), variable);
      }
    }
  }

  /** The variables that cells have declared, in order. */
  List<VarSnippet> snippets() {
    return declared.values().stream()
        .filter(variable -> jshell.status(variable) == Snippet.Status.VALID)
        .toList();
  }

  Optional<VarSnippet> find(String name) {
    return Optional.ofNullable(declared.get(name))
        .filter(variable -> jshell.status(variable) == Snippet.Status.VALID);
  }

  /**
   * Declares a variable of the same name and type as one that is lost, without a value.
   *
   * @param field what stood behind it; knows the type where its simple name has become ambiguous
   */
  void declareAgain(VarSnippet lost, Field field) {
    String fullType = CellClasses.asDeclared(field.getGenericType().getTypeName());
    for (String type : List.of(lost.typeName(), fullType)) {
      for (SnippetEvent event : jshell.eval(type + " " + lost.name() + ";")) {
        if (event.status() == Snippet.Status.VALID) {
          return;
        }
        if (event.status().isActive()) {
          jshell.drop(event.snippet());
        }
      }
    }
  }

  /** The value; empty also when it is null or its class fails to initialise. */
  Optional<Object> value(VarSnippet variable) {
    return field(variable).flatMap(Variables::read);
  }

  static Optional<Object> read(Field field) {
    try {
      return Optional.ofNullable(field.get(null));
    } catch (IllegalAccessException | LinkageError unreadable) {
      return Optional.empty();
    }
  }

  Optional<Field> field(VarSnippet variable) {
    try {
      jshell.varValue(variable);
      return Optional.of(execution.field());
    } catch (IllegalArgumentException | IllegalStateException notValid) {
      return Optional.empty();
    }
  }

  /**
   * Lets go of the value in a field that stands behind a variable no longer, since its class may
   * live on. Lambdas that were compiled against it see the new value.
   */
  void retire(String name, Field old) {
    List<WeakReference<Class<?>>> owners = retired.computeIfAbsent(name, key -> new ArrayList<>());
    owners.removeIf(owner -> owner.get() == null);
    owners.add(new WeakReference<>(old.getDeclaringClass()));
    Object now = find(name).flatMap(this::value).orElse(null);
    for (WeakReference<Class<?>> owner : owners) {
      Class<?> alive = owner.get();
      if (alive != null) {
        overwrite(alive, name, now);
      }
    }
  }

  private static void overwrite(Class<?> owner, String name, Object value) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      if (!write(field, value)) {
        write(field, null);
      }
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(owner + " was the variable " + name, e);
    }
  }

  /** Forgets the value of a bare expression. */
  void release(VarSnippet temporary) {
    field(temporary).ifPresent(field -> write(field, null));
  }

  /** Returns whether the value fits the field's type. */
  static boolean write(Field field, Object value) {
    boolean primitive = field.getType().isPrimitive();
    if (value == null ? primitive : !primitive && !field.getType().isInstance(value)) {
      return false;
    }
    try {
      field.set(null, value);
      return true;
    } catch (IllegalArgumentException | IllegalAccessException typesDiffer) {
      return false;
    }
  }
}
