package org.rsrkernel.kernel.display;

import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.rsrkernel.kernel.source.CellClasses;

/** Values as text of bounded length: large collections and arrays show their beginning. */
final class PlainText {
  private static final int MOST_ELEMENTS = 1000;

  /** Of a cell's own frame the line is not the cell's, so it would mislead. */
  private static final Pattern MACHINERY =
      Pattern.compile(
          "\\tat (?:cells/|java\\.base/jdk\\.internal\\.reflect|java\\.base/java\\.lang\\.reflect"
              + "|jdk\\.jshell|org\\.rsrkernel\\.kernel|java\\.base/java\\.lang\\.Thread\\.run).*\\R"
              + "|\\t\\.\\.\\. \\d+ more\\R");

  private static final int MOST_NESTING = 5;

  private PlainText() {}

  static String of(Object value) {
    return of(value, 0);
  }

  private static String of(Object value, int depth) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Throwable thrown && depth == 0) {
      return stackTrace(thrown);
    }
    if (value instanceof BufferedImage image) {
      return "image, " + image.getWidth() + " × " + image.getHeight() + " pixels";
    }
    if (depth < MOST_NESTING) {
      if (value instanceof Collection<?> collection && isPlain(collection)) {
        return elements(collection.iterator(), collection.size(), depth, "[", "]");
      }
      if (value instanceof Map<?, ?> map && isPlain(map)) {
        return elements(map.entrySet().iterator(), map.size(), depth, "{", "}");
      }
      if (value.getClass().isArray()) {
        return elements(new ArrayElements(value), Array.getLength(value), depth, "[", "]");
      }
    }
    boolean ofCell = value.getClass().getName().contains("REPL.$JShell$");
    String text = Objects.requireNonNullElse(value.toString(), "null");
    return ofCell ? CellClasses.asDeclared(text) : text;
  }

  /** Without the frames of JShell and of the kernel. */
  private static String stackTrace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return CellClasses.asDeclared(MACHINERY.matcher(trace.toString()).replaceAll("")).strip();
  }

  /**
   * The collections of the JDK print their elements; others may have a better text of their own.
   */
  private static boolean isPlain(Object collection) {
    return collection.getClass().getName().startsWith("java.util.");
  }

  private static String elements(
      Iterator<?> elements, int size, int depth, String open, String close) {
    StringJoiner text = new StringJoiner(", ", open, close);
    for (int shown = 0; elements.hasNext() && shown < MOST_ELEMENTS; shown++) {
      Object element = elements.next();
      text.add(
          element instanceof Map.Entry<?, ?> entry
              ? of(entry.getKey(), depth + 1) + "=" + of(entry.getValue(), depth + 1)
              : of(element, depth + 1));
    }
    if (size > MOST_ELEMENTS) {
      text.add("… " + size + " in all");
    }
    return text.toString();
  }

  private static final class ArrayElements implements Iterator<Object> {
    private final Object array;
    private int next;

    ArrayElements(Object array) {
      this.array = array;
    }

    @Override
    public boolean hasNext() {
      return next < Array.getLength(array);
    }

    @Override
    public Object next() {
      return Array.get(array, next++);
    }
  }
}
