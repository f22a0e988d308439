package org.rsrkernel.student.gguf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rsrkernel.student.StudentException;

/**
 * The typed key-value pairs of a GGUF file.
 *
 * @param values {@code Long}, {@code Double}, {@code Boolean}, {@code String} or {@code List} of
 *     these
 */
record GgufMetadata(Path path, Map<String, Object> values) {

  /** A text that must be there. */
  String requiredText(String key) {
    return text(key)
        .orElseThrow(() -> new StudentException(path + " has no '" + key + "' in its metadata."));
  }

  Optional<String> text(String key) {
    return value(key, String.class, "a text");
  }

  Optional<Long> integer(String key) {
    return value(key, Long.class, "an integer");
  }

  Optional<Boolean> flag(String key) {
    return value(key, Boolean.class, "true or false");
  }

  /** A list whose elements are all of {@code element}; empty if there is none. */
  <T> Optional<List<T>> list(String key, Class<T> element) {
    Optional<List<?>> list = value(key, List.class, "a list").map(values -> (List<?>) values);
    if (list.isEmpty()) {
      return Optional.empty();
    }
    for (Object value : list.get()) {
      if (!element.isInstance(value)) {
        throw unexpected(key, "a list of " + element.getSimpleName(), value);
      }
    }
    @SuppressWarnings("unchecked") // each element was looked at
    List<T> typed = (List<T>) list.get();
    return Optional.of(typed);
  }

  private <T> Optional<T> value(String key, Class<T> type, String what) {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw unexpected(key, what, value);
    }
    return Optional.of(type.cast(value));
  }

  private StudentException unexpected(String key, String expected, Object found) {
    String shown = String.valueOf(found);
    return new StudentException(
        "%s: metadata '%s' should be %s, but is %s."
            .formatted(path, key, expected, shown.length() > 60 ? shown.substring(0, 60) : shown));
  }
}
