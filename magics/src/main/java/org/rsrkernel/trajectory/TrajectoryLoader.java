package org.rsrkernel.trajectory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rsrkernel.trajectory.format.BrokenRowException;
import org.rsrkernel.trajectory.format.FileRows;
import org.rsrkernel.trajectory.format.InputFile;
import org.rsrkernel.trajectory.format.InputFiles;
import org.rsrkernel.trajectory.format.Row;
import org.rsrkernel.trajectory.format.RowSource;
import org.rsrkernel.trajectory.layout.LaidOutRow;
import org.rsrkernel.trajectory.layout.LayoutReader;
import org.rsrkernel.trajectory.layout.RowColumns;
import org.rsrkernel.trajectory.layout.TeacherRule;
import org.rsrkernel.trajectory.table.TrajectoryTableBuilder;
import tech.tablesaw.api.Table;

/** One load: files to rows to a table. */
final class TrajectoryLoader {

  private final LoadRequest request;
  private final List<InputFile> files;
  private final TeacherRule teachers;
  private final LoadTally tally = new LoadTally();
  private final TrajectoryTableBuilder table = new TrajectoryTableBuilder();

  TrajectoryLoader(LoadRequest request) {
    this.request = request;
    this.files = InputFiles.named(request.paths());
    this.teachers = new TeacherRule(request.teacher(), files);
  }

  LoadedTrajectories load() {
    for (InputFile file : files) {
      if (isFull()) {
        break;
      }
      read(file);
    }
    if (table.rows() == 0) {
      throw new TrajectoryException(noRows());
    }
    Table built = table.build(request.paths().size() == 1 ? files.get(0).stem() : "trajectories");
    requireTeacherColumn(built);
    return new LoadedTrajectories(built, tally.report(files.size(), table.rows(), notes()));
  }

  private void read(InputFile file) {
    try (RowSource rows = FileRows.open(file, request.format(), request.encoding())) {
      boolean more = true;
      while (more && !isFull()) {
        more = readNext(rows, file);
      }
    } catch (IOException e) {
      throw new TrajectoryException("Cannot read " + file.name() + ": " + e.getMessage(), e);
    }
  }

  private boolean readNext(RowSource rows, InputFile file) throws IOException {
    try {
      Optional<Row> row = rows.next();
      if (row.isEmpty()) {
        return false;
      }
      tally.read();
      keep(row.get(), file);
    } catch (BrokenRowException e) {
      if (request.strict()) {
        throw new TrajectoryException(e.place() + ": " + e.getMessage(), e);
      }
      tally.skip(e);
    }
    return true;
  }

  private void keep(Row row, InputFile file) throws BrokenRowException {
    LaidOutRow laidOut = LayoutReader.read(row);
    TeacherRule.Named teacher = teachers.of(row, file);
    table.add(RowColumns.of(row, laidOut, teacher.teacher()));
    tally.keep(laidOut.layout(), teacher.source());
  }

  private boolean isFull() {
    return request.limit().isPresent() && table.rows() >= request.limit().getAsInt();
  }

  private void requireTeacherColumn(Table built) {
    Optional<String> asked = request.teacher().filter(teacher -> !isNameOfPlace(teacher));
    if (asked.isPresent() && !built.containsColumn(asked.get())) {
      List<String> nearest = NearestNames.of(asked.get(), built.columnNames());
      throw new TrajectoryException(
          "No column \"%s\" for the teacher. %s"
              .formatted(
                  asked.get(),
                  nearest.isEmpty()
                      ? "Columns: " + String.join(", ", built.columnNames()) + "."
                      : "Did you mean " + String.join(" or ", nearest) + "?"));
    }
  }

  private static boolean isNameOfPlace(String teacher) {
    return teacher.equals(LoadRequest.TEACHER_FROM_FILE)
        || teacher.equals(LoadRequest.TEACHER_FROM_FOLDER);
  }

  private String noRows() {
    String where = files.size() == 1 ? files.get(0).name() : files.size() + " files";
    return tally.firstSkipped().isEmpty()
        ? "No rows in " + where + "."
        : "No usable rows in " + where + ". First: " + tally.firstSkipped().get(0) + ".";
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!table.leftOut().isEmpty()) {
      notes.add(
          "%,d fields are left out: a table has at most %,d columns"
              .formatted(table.leftOut().size(), TrajectoryTableBuilder.MOST_COLUMNS));
    }
    return notes;
  }
}
