package org.rsrkernel.kernel.magic;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rsrkernel.kernel.display.Notebook;
import org.rsrkernel.kernel.display.NotebookDisplay;
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

  Object vars() {
    List<Variable> rows = new ArrayList<>();
    for (NotebookVariable variable : shell.variables()) {
      Optional<Object> value = shell.variable(variable.name());
      rows.add(
          new Variable(
              variable.name(),
              variable.typeName().replaceAll("\\b(?:\\p{Lower}\\w*\\.)+(?=\\p{Upper})", ""),
              value.map(VariableMagics::size).orElse(""),
              value.map(VariableMagics::shortText).orElse("null")));
    }
    if (rows.isEmpty()) {
      return "no variables";
    }
    DisplayData shown = Notebook.render(rows);
    shown.putText(text(rows));
    return shown;
  }

  private static String text(List<Variable> rows) {
    int name = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    int type = rows.stream().mapToInt(row -> row.type().length()).max().orElse(0);
    int size = rows.stream().mapToInt(row -> row.size().length()).max().orElse(0);
    String line = "%-" + name + "s  %-" + type + "s  %" + Math.max(1, size) + "s  %s";
    return rows.stream()
        .map(row -> line.formatted(row.name(), row.type(), row.size(), row.value()))
        .collect(Collectors.joining("\n"));
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
    if (value.getClass().isArray()) {
      return Integer.toString(Array.getLength(value));
    }
    return number(value, "rowCount")
        .flatMap(rows -> number(value, "columnCount").map(columns -> rows + " × " + columns))
        .or(() -> number(value, "size"))
        .or(() -> number(value, "length"))
        .orElse("");
  }

  /** What a method of that name counts, as tables and columns of all libraries have one. */
  private static Optional<String> number(Object value, String method) {
    try {
      Object count = value.getClass().getMethod(method).invoke(value);
      return Optional.ofNullable(count).filter(Number.class::isInstance).map(Object::toString);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError hasNone) {
      return Optional.empty();
    }
  }

  private static String shortText(Object value) {
    String text;
    try {
      text = NotebookDisplay.text(value);
    } catch (RuntimeException | StackOverflowError e) {
      text = "toString() failed: " + e;
    }
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
