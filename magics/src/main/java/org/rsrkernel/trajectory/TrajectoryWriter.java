package org.rsrkernel.trajectory;

import java.nio.file.Path;
import org.rsrkernel.trajectory.format.FileFormat;
import org.rsrkernel.trajectory.format.WholeFile;
import org.rsrkernel.trajectory.table.DelimitedWriter;
import org.rsrkernel.trajectory.table.JsonLinesWriter;
import tech.tablesaw.api.Table;

/** Tables to files. A file is written whole or not at all. */
public final class TrajectoryWriter {

  private TrajectoryWriter() {}

  /**
   * Writes a table in the format that the file's suffix names: {@code .jsonl}, {@code .csv} or
   * {@code .tsv}, each also with {@code .gz} or {@code .zst}.
   *
   * @throws TrajectoryException if the suffix names none, or the file cannot be written
   */
  public static void write(Table table, Path file) {
    FileFormat format = FileFormat.ofSuffix(file);
    switch (format) {
      case JSONL -> WholeFile.write(file, out -> JsonLinesWriter.write(table, out));
      case CSV -> WholeFile.write(file, out -> DelimitedWriter.write(table, ',', out));
      case TSV -> WholeFile.write(file, out -> DelimitedWriter.write(table, '\t', out));
      default -> throw new TrajectoryException("Cannot write " + format + ": " + file);
    }
  }
}
