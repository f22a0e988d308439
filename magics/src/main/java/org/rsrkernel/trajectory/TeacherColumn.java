package org.rsrkernel.trajectory;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rsrkernel.trajectory.format.BrokenRowException;
import org.rsrkernel.trajectory.format.FileRows;
import org.rsrkernel.trajectory.format.InputFile;
import org.rsrkernel.trajectory.format.Row;
import org.rsrkernel.trajectory.format.RowSource;
import org.rsrkernel.trajectory.layout.TeacherRule;
import tech.tablesaw.api.Table;

/** The column of teachers that a user named: it has to be there. */
final class TeacherColumn {

  private final LoadRequest request;
  private final Optional<String> name;

  TeacherColumn(LoadRequest request) {
    this.request = request;
    this.name = request.teacher().filter(teacher -> !TeacherRule.isNameOfPlace(teacher));
  }

  /**
   * Looks for the column before all rows are read, which is possible where every row has the fields
   * of the first. Rows of JSON may come with it later.
   *
   * @throws TrajectoryException if no file can have it
   */
  void requireIn(List<InputFile> files) {
    if (name.isEmpty()) {
      return;
    }
    Set<String> columns = new LinkedHashSet<>();
    for (InputFile file : files) {
      if (mayBeIn(file, columns)) {
        return;
      }
    }
    throw missing(columns);
  }

  /** Adds the columns of a file that cannot have it. */
  private boolean mayBeIn(InputFile file, Set<String> columns) {
    try (RowSource rows = FileRows.open(file, request.format(), request.encoding())) {
      if (!rows.haveSameFields()) {
        return true;
      }
      Optional<Row> first = rows.next();
      first.ifPresent(row -> columns.addAll(row.fields().keySet()));
      return first.isEmpty() || first.get().has(name.get());
    } catch (IOException | BrokenRowException | TrajectoryException e) {
      return true; // reading the file says what is wrong with it
    }
  }

  /**
   * Looks for the column in the table that was made.
   *
   * @throws TrajectoryException if it is not there
   */
  void requireIn(Table table) {
    if (name.isPresent() && !table.containsColumn(name.get())) {
      throw missing(table.columnNames());
    }
  }

  private TrajectoryException missing(Collection<String> columns) {
    List<String> nearest = NearestNames.of(name.get(), columns);
    return new TrajectoryException(
        "No column \"%s\" for the teacher. %s"
            .formatted(
                name.get(),
                nearest.isEmpty()
                    ? "Columns: " + String.join(", ", columns) + "."
                    : "Did you mean " + String.join(" or ", nearest) + "?"));
  }
}
