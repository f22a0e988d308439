package org.rsrkernel.magic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rsrkernel.magic.session.Notebook;
import org.rsrkernel.view.Rendering;
import tech.tablesaw.api.Table;

/** A notebook in memory that remembers what was shown in it. */
final class RecordingNotebook implements Notebook {

  private final Map<String, Object> variables = new LinkedHashMap<>();
  private final List<String> emptyTables = new ArrayList<>();
  private final List<Rendering> shown = new ArrayList<>();

  void declare(String name, Object value) {
    variables.put(name, value);
  }

  /** As after {@code var name = %rsr …} in a cell that failed. */
  void declareTable(String name) {
    emptyTables.add(name);
  }

  /** The texts shown, in the state each place was left in. */
  List<String> texts() {
    return shown.stream().map(Rendering::text).toList();
  }

  @Override
  public Optional<Object> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  @Override
  public List<String> tableVariables() {
    return Stream.concat(
            emptyTables.stream(),
            variables.entrySet().stream()
                .filter(variable -> variable.getValue() instanceof Table)
                .map(Map.Entry::getKey))
        .toList();
  }

  @Override
  public Optional<String> kernelId() {
    return Optional.of("the-kernel");
  }

  @Override
  public Display display(Rendering rendering) {
    int place = shown.size();
    shown.add(rendering);
    return replacement -> shown.set(place, replacement);
  }
}
