package org.rsrkernel.trajectory.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Collectors;
import org.rsrkernel.trajectory.TrajectoryException;

/** Writes rows of JSON as a Parquet file. */
public final class ParquetFile {

  private ParquetFile() {}

  /**
   * Writes {@code target} whole or not at all.
   *
   * @param types DuckDB's type of each column, such as {@code VARCHAR} or {@code STRUCT("role"
   *     VARCHAR, "content" VARCHAR)[]}
   * @param rows JSON objects with fields of these names, each without a line break
   * @throws TrajectoryException if the file cannot be written
   */
  public static void write(Path target, Map<String, String> types, Iterator<String> rows) {
    WholeFile.make(
        target,
        path -> {
          Path lines = Files.createTempFile("rows", ".jsonl");
          try {
            copy(lines, writeLines(lines, rows), types, path);
          } finally {
            Files.deleteIfExists(lines);
          }
        });
  }

  /** Returns the bytes of the longest line. */
  private static long writeLines(Path lines, Iterator<String> rows) throws IOException {
    long longest = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(lines, StandardCharsets.UTF_8)) {
      while (rows.hasNext()) {
        String row = rows.next();
        longest = Math.max(longest, 3L * row.length());
        writer.append(row).append('\n');
      }
    }
    return longest;
  }

  private static void copy(Path lines, long longest, Map<String, String> types, Path target)
      throws IOException {
    String columns =
        types.entrySet().stream()
            .map(type -> DuckDb.literal(type.getKey()) + ": " + DuckDb.literal(type.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
    String sql =
        ("COPY (SELECT * FROM read_json(%s, format = 'newline_delimited', columns = %s,"
                + " maximum_object_size = %d)) TO %s (FORMAT parquet, COMPRESSION zstd)")
            .formatted(
                DuckDb.literal(lines.toString()),
                columns,
                Math.max(longest + 16, 1 << 20),
                DuckDb.literal(target.toAbsolutePath().toString()));
    try (Connection connection = DuckDb.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 1");
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
