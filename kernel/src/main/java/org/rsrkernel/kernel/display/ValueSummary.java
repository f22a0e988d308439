package org.rsrkernel.kernel.display;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value in a few words, found without running any code of a cell, so it is quick and safe. */
public final class ValueSummary {
  private static final int LONGEST_TEXT = 80;
  private static final Set<Class<?>> PLAIN =
      Set.of(
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          Character.class,
          BigInteger.class,
          BigDecimal.class);

  private ValueSummary() {}

  /** Empty if only the value's own code could tell. */
  public static Optional<String> of(Object value) {
    if (value instanceof String text) {
      boolean isLong = text.length() > LONGEST_TEXT;
      String shown = isLong ? text.substring(0, LONGEST_TEXT) + "…" : text;
      return Optional.of('"' + shown + '"' + (isLong ? " (" + text.length() + " characters)" : ""));
    }
    if (PLAIN.contains(value.getClass())) {
      return Optional.of(value.toString());
    }
    if (value instanceof Enum<?> constant) {
      return Optional.of(constant.name());
    }
    if (value.getClass().isArray()) {
      return Optional.of(Array.getLength(value) + " elements");
    }
    if (!value.getClass().getName().startsWith("java.util.")) {
      return Optional.empty();
    }
    if (value instanceof Collection<?> collection) {
      return Optional.of(collection.size() + " elements");
    }
    return value instanceof Map<?, ?> map ? Optional.of(map.size() + " entries") : Optional.empty();
  }
}
