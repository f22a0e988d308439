package org.rsrkernel.trajectory.table;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Parquet type of nested values, if there is one that gives them all back.
 *
 * <p>Parquet wants every object of a list to have the same fields. Messages that lack one get it as
 * null, as {@code datasets} does; deeper down, where fields are data (a tool call's arguments),
 * that would invent values, so there is no type then.
 */
public sealed interface NestedType {

  /** DuckDB's name of the type. */
  String sql();

  /** Null so far: any type may come. */
  record Unknown() implements NestedType {
    @Override
    public String sql() {
      return "VARCHAR";
    }
  }

  record Scalar(String sql) implements NestedType {}

  record ListOf(NestedType element) implements NestedType {
    @Override
    public String sql() {
      return element.sql() + "[]";
    }
  }

  /** An object's fields in order. */
  record Struct(Map<String, NestedType> fields) implements NestedType {
    @Override
    public String sql() {
      return fields.entrySet().stream()
          .map(field -> '"' + field.getKey().replace("\"", "\"\"") + "\" " + field.getValue().sql())
          .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }
  }

  /** Depth of the objects whose fields may differ: the elements of the outermost list. */
  int MESSAGE_DEPTH = 1;

  int DEEPEST = 16;

  /**
   * The type of a column with these values.
   *
   * @param values as {@link org.rsrkernel.trajectory.MessageJson} gives them
   */
  static Optional<NestedType> ofAll(Iterable<?> values) {
    NestedType type = new Unknown();
    for (Object value : values) {
      NestedType known = type;
      Optional<NestedType> merged = of(value, 0).flatMap(next -> merge(known, next, 0));
      if (merged.isEmpty()) {
        return merged;
      }
      type = merged.get();
    }
    return Optional.of(type);
  }

  /**
   * The type of one value.
   *
   * @param value as {@link org.rsrkernel.trajectory.MessageJson} gives it
   */
  static Optional<NestedType> of(Object value, int depth) {
    if (value == null) {
      return Optional.of(new Unknown());
    }
    if (value instanceof String) {
      return Optional.of(new Scalar("VARCHAR"));
    }
    if (value instanceof Boolean) {
      return Optional.of(new Scalar("BOOLEAN"));
    }
    if (value instanceof Long) {
      return Optional.of(new Scalar("BIGINT"));
    }
    if (value instanceof Double number) {
      return Double.isFinite(number) ? Optional.of(new Scalar("DOUBLE")) : Optional.empty();
    }
    if (depth >= DEEPEST) {
      return Optional.empty();
    }
    if (value instanceof List<?> list) {
      return ofElements(list, depth);
    }
    return value instanceof Map<?, ?> map ? ofFields(map, depth) : Optional.empty();
  }

  /** The type of both, if there is one. */
  static Optional<NestedType> merge(NestedType a, NestedType b, int depth) {
    if (a instanceof Unknown || a.equals(b)) {
      return Optional.of(b);
    }
    if (b instanceof Unknown) {
      return Optional.of(a);
    }
    if (a instanceof ListOf list && b instanceof ListOf other) {
      return merge(list.element(), other.element(), depth + 1).map(ListOf::new);
    }
    if (a instanceof Struct struct && b instanceof Struct other) {
      return merge(struct, other, depth);
    }
    return Optional.empty();
  }

  private static Optional<NestedType> merge(Struct a, Struct b, int depth) {
    if (depth != MESSAGE_DEPTH && !a.fields().keySet().equals(b.fields().keySet())) {
      return Optional.empty();
    }
    Map<String, NestedType> fields = new LinkedHashMap<>(a.fields());
    for (Map.Entry<String, NestedType> field : b.fields().entrySet()) {
      NestedType known = fields.getOrDefault(field.getKey(), new Unknown());
      Optional<NestedType> merged = merge(known, field.getValue(), depth + 1);
      if (merged.isEmpty()) {
        return Optional.empty();
      }
      fields.put(field.getKey(), merged.get());
    }
    return distinct(fields.keySet()) ? Optional.of(new Struct(fields)) : Optional.empty();
  }

  private static Optional<NestedType> ofElements(List<?> list, int depth) {
    NestedType element = new Unknown();
    for (Object value : list) {
      NestedType known = element;
      Optional<NestedType> merged =
          of(value, depth + 1).flatMap(type -> merge(known, type, depth + 1));
      if (merged.isEmpty()) {
        return Optional.empty();
      }
      element = merged.get();
    }
    return Optional.of(new ListOf(element));
  }

  private static Optional<NestedType> ofFields(Map<?, ?> map, int depth) {
    Map<String, NestedType> fields = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Optional<NestedType> type = of(entry.getValue(), depth + 1);
      if (type.isEmpty()) {
        return Optional.empty();
      }
      fields.put((String) entry.getKey(), type.get());
    }
    return fields.isEmpty() || !distinct(fields.keySet())
        ? Optional.empty()
        : Optional.of(new Struct(fields));
  }

  /** Databases take names that differ only in case for the same. */
  private static boolean distinct(Set<String> names) {
    Set<String> lower = new HashSet<>();
    return names.stream()
        .allMatch(name -> !name.isEmpty() && lower.add(name.toLowerCase(Locale.ROOT)));
  }
}
