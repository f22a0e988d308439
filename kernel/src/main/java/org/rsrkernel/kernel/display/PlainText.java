package org.rsrkernel.kernel.display;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/** Values as text of bounded length: large collections and arrays show their beginning. */
final class PlainText {
  private static final int MOST_ELEMENTS = 1000;
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
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      return trace.toString();
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
    return Objects.requireNonNullElse(value.toString(), "null");
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
