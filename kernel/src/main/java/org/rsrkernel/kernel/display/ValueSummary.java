package org.rsrkernel.kernel.display;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** A value in a few words, found without running any code of a cell, so it is quick and safe. */
public final class ValueSummary {
  private static final int LONGEST_TEXT = 80;
  private static final int MOST_ELEMENTS = 5;
  private static final int MOST_NESTING = 3;

  /** Packages whose values write themselves in a few words, whoever made them. */
  private static final List<String> WELL_KNOWN = List.of("java.lang.", "java.math.", "java.time.");

  private ValueSummary() {}

  /** Empty if only the value's own code could tell. */
  public static Optional<String> of(Object value) {
    try {
      return of(value, 0);
    } catch (RuntimeException changedMeanwhile) {
      return Optional.empty(); // a collection that a running cell is filling
    }
  }

  private static Optional<String> of(Object value, int depth) {
    if (value == null || depth > MOST_NESTING) {
      return Optional.of(value == null ? "null" : "…");
    }
    if (value instanceof String text) {
      return Optional.of(text(text));
    }
    if (value instanceof Enum<?> constant) {
      return Optional.of(constant.name());
    }
    if (value.getClass().isArray()) {
      int length = Array.getLength(value);
      Iterator<?> elements =
          IntStream.range(0, length).mapToObj(at -> Array.get(value, at)).iterator();
      return Optional.of(elements(elements, depth) + ofLength(length, "elements"));
    }
    if (value instanceof Record) {
      return Optional.of(components(value, depth));
    }
    String name = value.getClass().getName();
    if (name.startsWith("java.util.") && value instanceof Collection<?> collection) {
      int size = collection.size();
      return Optional.of(elements(collection.iterator(), depth) + ofLength(size, "elements"));
    }
    if (name.startsWith("java.util.") && value instanceof Map<?, ?> map) {
      return Optional.of(entries(map, depth) + ofLength(map.size(), "entries"));
    }
    boolean plain = WELL_KNOWN.stream().anyMatch(name::startsWith) && value instanceof Comparable;
    return plain ? Optional.of(value.toString()) : Optional.empty();
  }

  private static String text(String text) {
    boolean isLong = text.length() > LONGEST_TEXT;
    String shown = isLong ? text.substring(0, LONGEST_TEXT) + "…" : text;
    return '"' + shown + '"' + (isLong ? " (" + text.length() + " characters)" : "");
  }

  private static String elements(Iterator<?> elements, int depth) {
    StringJoiner text = new StringJoiner(", ", "[", "]");
    for (int shown = 0; elements.hasNext() && shown <= MOST_ELEMENTS; shown++) {
      text.add(shown == MOST_ELEMENTS ? "…" : inside(elements.next(), depth));
    }
    return text.toString();
  }

  private static String entries(Map<?, ?> map, int depth) {
    StringJoiner text = new StringJoiner(", ", "{", "}");
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    for (int shown = 0; entries.hasNext() && shown < MOST_ELEMENTS; shown++) {
      Map.Entry<?, ?> entry = entries.next();
      text.add(inside(entry.getKey(), depth) + "=" + inside(entry.getValue(), depth));
    }
    return (entries.hasNext() ? text.add("…") : text).toString();
  }

  /** By the fields, since a cell may have written the accessors. */
  private static String components(Object value, int depth) {
    StringJoiner text = new StringJoiner(", ", value.getClass().getSimpleName() + "[", "]");
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      String name = component.getName();
      try {
        Field field = value.getClass().getDeclaredField(name);
        field.setAccessible(true);
        text.add(name + "=" + inside(field.get(value), depth));
      } catch (ReflectiveOperationException | RuntimeException unreadable) {
        text.add(name + "=?");
      }
    }
    return text.toString();
  }

  private static String inside(Object value, int depth) {
    return of(value, depth + 1).orElseGet(() -> value.getClass().getSimpleName());
  }

  private static String ofLength(int length, String what) {
    return length > MOST_ELEMENTS ? " (" + length + " " + what + ")" : "";
  }
}
