package org.rsrkernel.trajectory.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a file, before anything is known about what it means.
 *
 * @param place file and line it begins on
 * @param fields values by name, in the file's order
 */
public record Row(Place place, Map<String, RowValue> fields) {

  public Row {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** The value of {@code name}; {@link RowValue#NULL} if the row has no such field. */
  public RowValue get(String name) {
    return find(name).map(fields::get).orElse(RowValue.NULL);
  }

  public boolean has(String name) {
    return find(name).isPresent();
  }

  /** The row's spelling of {@code name}, since spreadsheets write {@code Prompt}. */
  public Optional<String> find(String name) {
    return fields.containsKey(name)
        ? Optional.of(name)
        : fields.keySet().stream().filter(name::equalsIgnoreCase).findFirst();
  }

  /** The row's spelling of the first of {@code names} that has a text, number or list in it. */
  public Optional<String> firstFilled(List<String> names) {
    return names.stream()
        .map(this::find)
        .flatMap(Optional::stream)
        .filter(name -> !fields.get(name).text().isEmpty())
        .findFirst();
  }
}
