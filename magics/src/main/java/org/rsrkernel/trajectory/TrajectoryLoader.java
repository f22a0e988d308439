package org.rsrkernel.trajectory;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rsrkernel.trajectory.format.BrokenRowException;
import org.rsrkernel.trajectory.format.FileRows;
import org.rsrkernel.trajectory.format.InputFile;
import org.rsrkernel.trajectory.format.InputFiles;
import org.rsrkernel.trajectory.format.Row;
import org.rsrkernel.trajectory.format.RowSource;
import org.rsrkernel.trajectory.format.RowValue;
import org.rsrkernel.trajectory.layout.LaidOutRow;
import org.rsrkernel.trajectory.layout.LayoutReader;
import org.rsrkernel.trajectory.layout.LlamaFactoryColumns;
import org.rsrkernel.trajectory.layout.RowColumns;
import org.rsrkernel.trajectory.layout.RowLayout;
import org.rsrkernel.trajectory.layout.TeacherRule;
import org.rsrkernel.trajectory.report.Duplicates;
import org.rsrkernel.trajectory.report.Repetition;
import org.rsrkernel.trajectory.table.TableRows;
import org.rsrkernel.trajectory.table.TypedTable;
import tech.tablesaw.api.Table;

/** One load: files to rows to a table. Rows that are not kept are not held in memory. */
final class TrajectoryLoader {

  private static final long BYTES_BETWEEN_REPORTS = 4 << 20;
  private static final String NAMED_COLUMNS =
      "%s: columns as the entry \"%s\" of dataset_info.json names them";

  /** A usable row, until the sample is drawn. */
  private record Kept(Map<String, RowValue> columns, RowLayout layout, String teacherSource) {}

  private final LoadRequest request;
  private final LoadProgress progress;
  private final List<InputFile> files;
  private final TeacherRule teachers;
  private final TeacherColumn teacherColumn;
  private final LoadTally tally = new LoadTally();
  private final TypedTable table = TypedTable.ofTrajectories();
  private final Optional<Reservoir<Kept>> reservoir;
  private final long bytesTotal;
  private long bytesBefore;
  private long bytesReported;

  TrajectoryLoader(LoadRequest request, LoadProgress progress) {
    this.request = request;
    this.progress = progress;
    this.files = InputFiles.named(request.paths());
    this.teachers = new TeacherRule(request.teacher(), files);
    this.teacherColumn = new TeacherColumn(request);
    this.reservoir =
        request.sample().isPresent()
            ? Optional.of(new Reservoir<>(request.sample().getAsInt(), request.seed()))
            : Optional.empty();
    this.bytesTotal = files.stream().mapToLong(TrajectoryLoader::size).sum();
  }

  /** A load of rows that are in memory already. */
  private TrajectoryLoader(LoadRequest request, InputFile source) {
    this.request = request;
    this.progress = LoadProgress.NONE;
    this.files = List.of(source);
    this.teachers = new TeacherRule(request.teacher(), files);
    this.teacherColumn = new TeacherColumn(request);
    this.reservoir = Optional.empty();
    this.bytesTotal = 0;
  }

  static LoadedTrajectories load(Table source, Optional<String> teacher, Set<Repetition> dropped) {
    LoadRequest request = LoadRequest.of(source.name()).dropping(dropped);
    InputFile name = InputFile.ofResource(source.name(), "");
    TrajectoryLoader loader =
        new TrajectoryLoader(teacher.map(request::withTeacher).orElse(request), name);
    loader.read(new TableRows(source), name);
    return loader.loaded();
  }

  LoadedTrajectories load() {
    teacherColumn.requireIn(files);
    for (InputFile file : files) {
      if (isFull()) {
        break;
      }
      open(file).ifPresent(rows -> read(rows, file));
      bytesBefore += size(file);
    }
    return loaded();
  }

  /** Empty if the file cannot be read and there are others. */
  private Optional<RowSource> open(InputFile file) {
    try {
      return Optional.of(FileRows.open(file, request.format(), request.encoding()));
    } catch (TrajectoryException e) {
      if (request.strict() || files.size() == 1) {
        throw e;
      }
      tally.skipFile(e.getMessage());
      return Optional.empty();
    }
  }

  private LoadedTrajectories loaded() {
    reservoir.ifPresent(rows -> rows.sample().forEach(this::add));
    if (table.rows() == 0) {
      throw new TrajectoryException(noRows());
    }
    progress.report(tally.rowsRead(), bytesBefore, bytesTotal);
    Table built = table.build(files.size() == 1 ? files.get(0).stem() : "trajectories");
    teacherColumn.requireIn(built);
    Table kept =
        request.dropped().isEmpty() ? built : Duplicates.dropFrom(built, request.dropped());
    return new LoadedTrajectories(
        kept, tally.report(files.size(), kept, Duplicates.of(built), table.leftOut()));
  }

  private void read(RowSource source, InputFile file) {
    Optional<LlamaFactoryColumns> columns = LlamaFactoryColumns.of(file);
    columns.ifPresent(named -> tally.noteFile(NAMED_COLUMNS.formatted(file.name(), named.name())));
    try (RowSource rows = source) {
      boolean more = true;
      while (more && !isFull()) {
        more = readNext(rows, file, columns);
        reportProgress(rows);
      }
    } catch (IOException e) {
      String reason = "Cannot read " + file.name() + ": " + e.getMessage();
      if (request.strict() || rowsSeen() == 0) {
        throw new TrajectoryException(reason, e);
      }
      tally.skipFile(reason + "; its rows before that are kept");
    }
  }

  private boolean readNext(RowSource rows, InputFile file, Optional<LlamaFactoryColumns> columns)
      throws IOException {
    try {
      Optional<Row> row = rows.next();
      if (row.isEmpty()) {
        return false;
      }
      keep(columns.map(named -> named.apply(row.get())).orElseGet(row::get), file);
      tally.read();
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
    Kept kept =
        new Kept(
            RowColumns.of(row, laidOut, teacher.teacher()), laidOut.layout(), teacher.source());
    if (reservoir.isPresent()) {
      reservoir.get().offer(kept);
    } else {
      add(kept);
    }
  }

  private void add(Kept row) {
    table.add(row.columns());
    tally.keep(row.layout(), row.teacherSource());
  }

  private boolean isFull() {
    return request.limit().isPresent() && rowsSeen() >= request.limit().getAsInt();
  }

  /** Usable rows so far, sampled or not. */
  private long rowsSeen() {
    return reservoir.map(Reservoir::seen).orElse((long) table.rows());
  }

  private void reportProgress(RowSource rows) {
    long bytes = bytesBefore + rows.bytesRead();
    if (bytes - bytesReported < BYTES_BETWEEN_REPORTS) {
      return;
    }
    bytesReported = bytes;
    progress.report(tally.rowsRead(), bytes, bytesTotal);
    if (Thread.currentThread().isInterrupted()) {
      throw new TrajectoryException(
          "Interrupted after %,d rows. Nothing was loaded.".formatted(tally.rowsRead()));
    }
  }

  private static long size(InputFile file) {
    try {
      return file.size();
    } catch (IOException e) {
      throw new TrajectoryException("Cannot read " + file.name() + ": " + e.getMessage(), e);
    }
  }

  private String noRows() {
    String where = files.size() == 1 ? files.get(0).name() : files.size() + " files";
    return tally
        .firstProblem()
        .map(problem -> "No usable rows in " + where + ". First: " + problem + ".")
        .orElse("No rows in " + where + ".");
  }
}
