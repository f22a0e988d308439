package org.rsrkernel.kernel.magic;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rsrkernel.kernel.extension.NotebookVariable;
import org.rsrkernel.kernel.shell.JavaShell;

/** {@code %vars}, {@code %who}, {@code %reset}. */
final class VariableMagics {
  private static final int LONGEST_VALUE = 80;

  private final JavaShell shell;

  VariableMagics(JavaShell shell) {
    this.shell = shell;
  }

  /**
   * A row of {@code %vars}.
   *
   * @param size elements, characters or entries; empty for values that have no size
   */
  record Variable(String name, String type, String size, String value) {}

  List<Variable> vars() {
    List<Variable> rows = new ArrayList<>();
    for (NotebookVariable variable : shell.variables()) {
      Optional<Object> value = shell.variable(variable.name());
      rows.add(
          new Variable(
              variable.name(),
              variable.typeName(),
              value.map(VariableMagics::size).orElse(""),
              value.map(VariableMagics::shortText).orElse("null")));
    }
    return rows;
  }

  String who() {
    List<String> names = shell.variables().stream().map(NotebookVariable::name).toList();
    return names.isEmpty() ? "no variables" : String.join("  ", names);
  }

  Object reset() {
    shell.reset();
    return null;
  }

  private static String size(Object value) {
    if (value instanceof Collection<?> collection) {
      return Integer.toString(collection.size());
    }
    if (value instanceof Map<?, ?> map) {
      return Integer.toString(map.size());
    }
    if (value instanceof CharSequence text) {
      return Integer.toString(text.length());
    }
    return value.getClass().isArray() ? Integer.toString(Array.getLength(value)) : "";
  }

  private static String shortText(Object value) {
    String text;
    try {
      text = String.valueOf(value);
    } catch (RuntimeException | StackOverflowError e) {
      text = "toString() failed: " + e;
    }
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
