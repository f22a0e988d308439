package org.rsrkernel.trajectory;

import java.nio.file.Path;
import org.rsrkernel.trajectory.format.FileFormat;
import org.rsrkernel.trajectory.format.WholeFile;
import org.rsrkernel.trajectory.table.DelimitedWriter;
import org.rsrkernel.trajectory.table.JsonLinesWriter;
import org.rsrkernel.trajectory.table.ParquetTableWriter;
import tech.tablesaw.api.Table;

/** Tables to files. A file is written whole or not at all. */
public final class TrajectoryWriter {

  private TrajectoryWriter() {}

  /**
   * Writes a table in the format that the file's suffix names: {@code .jsonl}, {@code .csv}, {@code
   * .tsv}, each also with {@code .gz} or {@code .zst}, or {@code .parquet}.
   *
   * @throws TrajectoryException if the suffix names none, or the file cannot be written
   */
  public static void write(Table table, Path file) {
    FileFormat format = FileFormat.ofSuffix(file);
    switch (format) {
      case JSONL ->
          WholeFile.write(file, out -> JsonLinesWriter.write(table, TrainingLayout.AS_LOADED, out));
      case CSV -> WholeFile.write(file, out -> DelimitedWriter.write(table, ',', out));
      case TSV -> WholeFile.write(file, out -> DelimitedWriter.write(table, '\t', out));
      case PARQUET -> ParquetTableWriter.write(table, file);
      case JSON ->
          throw new TrajectoryException(
              file + ": a JSON array is read but not written. Use .jsonl, .csv, .tsv or .parquet.");
    }
  }

  /**
   * Writes a table as JSON lines in a layout that training tools read.
   *
   * @throws TrajectoryException if the layout cannot express a row, or the file cannot be written
   */
  public static void write(Table table, Path file, TrainingLayout layout) {
    if (FileFormat.ofSuffix(file) != FileFormat.JSONL) {
      throw new TrajectoryException(file + ": layouts for training are written as .jsonl.");
    }
    if (!table.containsColumn(Columns.MESSAGES)) {
      throw new TrajectoryException(
          "Table " + table.name() + " has no column \"messages\" to write for training.");
    }
    WholeFile.write(file, out -> JsonLinesWriter.write(table, layout, out));
  }
}
