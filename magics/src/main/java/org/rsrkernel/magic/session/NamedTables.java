package org.rsrkernel.magic.session;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.rsrkernel.trajectory.LoadRequest;
import org.rsrkernel.trajectory.Trajectories;
import tech.tablesaw.api.Table;

/** Finds the table that an operand means: a notebook variable, a name given by --as, or a file. */
public final class NamedTables {

  private final Notebook notebook;
  private final Map<String, Table> byName = new LinkedHashMap<>();
  private Table latest;
  private Table latestScored;

  NamedTables(Notebook notebook) {
    this.notebook = notebook;
  }

  /** Remembers a table under a name, and as the latest. */
  public void remember(String name, Table table) {
    byName.put(name, table);
    latest = table;
  }

  /** Remembers the table that was scored last. */
  public void rememberScored(Table table) {
    latest = table;
    latestScored = table;
  }

  /** The table scored last, which verbs take when none is named. */
  public Optional<Table> latestScored() {
    return Optional.ofNullable(latestScored);
  }

  /** The table loaded or scored last. */
  public Optional<Table> latest() {
    return Optional.ofNullable(latest);
  }

  /** Names an operand can take, for completion and for errors. */
  public List<String> names() {
    TreeSet<String> names = new TreeSet<>(byName.keySet());
    names.addAll(notebook.tableVariables());
    return List.copyOf(names);
  }

  /**
   * The table that the operand means.
   *
   * @throws RsrException if there is none, with the names there are
   */
  public Table get(String operand) {
    Optional<Table> variable = variable(operand);
    if (variable.isPresent()) {
      return variable.get();
    }
    if (byName.containsKey(operand)) {
      return byName.get(operand);
    }
    if (isFile(operand)) {
      return Trajectories.load(LoadRequest.of(operand)).table();
    }
    if (notebook.tableVariables().contains(operand)) {
      throw new RsrException(
          "The variable '%s' is empty: the cell that fills it failed. Run that cell again."
              .formatted(operand));
    }
    throw new RsrException(
        "No variable, table or file is called '%s'; tables are %s. Load one with: %%rsr load FILE --as %s"
            .formatted(
                operand, names().isEmpty() ? "none yet" : String.join(", ", names()), operand));
  }

  /**
   * The notebook variable of that name; empty if there is none.
   *
   * @throws RsrException if it holds something other than a table
   */
  public Optional<Table> variable(String name) {
    Optional<Object> value = notebook.variable(name);
    if (value.isPresent() && !(value.get() instanceof Table)) {
      throw new RsrException(
          "The variable '%s' is of type %s, but a Table is needed."
              .formatted(name, value.get().getClass().getSimpleName()));
    }
    return value.map(Table.class::cast);
  }

  /** Whether the operand names a file, a folder or the embedded sample. */
  public static boolean isFile(String operand) {
    try {
      return operand.equals(LoadRequest.DEMO) || Files.exists(Path.of(operand));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
