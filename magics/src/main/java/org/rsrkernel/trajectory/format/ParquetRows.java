package org.rsrkernel.trajectory.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import org.rsrkernel.trajectory.TrajectoryException;

/** The rows of one Parquet file, nested lists and structs as JSON. */
public final class ParquetRows implements RowSource {

  /** Parquet files begin and end with it. */
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private final String file;
  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;
  private final long size;
  private final long rowCount;
  private long row;

  /**
   * Opens a file.
   *
   * @throws TrajectoryException if it is not a Parquet file
   */
  public ParquetRows(InputFile input) {
    Path path =
        input.path().orElseThrow(() -> new TrajectoryException(input.name() + " is no file"));
    this.file = input.name();
    Connection opened = null;
    try {
      this.size = input.size();
      requireEnd(path);
      opened = DuckDb.connect();
      this.connection = opened;
      this.statement = connection.createStatement();
      String source = "read_parquet(" + DuckDb.literal(escapeGlob(path)) + ")";
      this.rowCount = count(source);
      this.rows = statement.executeQuery("SELECT to_json(t)::VARCHAR FROM " + source + " t");
    } catch (SQLException | IOException e) {
      closeQuietly(opened);
      throw new TrajectoryException(
          "Cannot read Parquet file %s: %s".formatted(file, firstLine(e)), e);
    }
  }

  /** DuckDB says of a file that breaks off that a query was closed. */
  private static void requireEnd(Path path) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      ByteBuffer end = ByteBuffer.allocate(MAGIC.length);
      channel.position(Math.max(0, channel.size() - MAGIC.length));
      while (end.hasRemaining() && channel.read(end) >= 0) {}
      if (!Arrays.equals(end.array(), MAGIC)) {
        throw new IOException("it does not end as one; was it cut off on its way here?");
      }
    }
  }

  private long count(String source) throws SQLException {
    try (ResultSet result = statement.executeQuery("SELECT count(*) FROM " + source)) {
      result.next();
      return result.getLong(1);
    }
  }

  @Override
  public Optional<Row> next() throws IOException, BrokenRowException {
    try {
      if (!rows.next()) {
        return Optional.empty();
      }
      row++;
      return Optional.of(JsonRows.parse(new Place(file, row), rows.getString(1)));
    } catch (SQLException e) {
      throw new IOException("broken after row " + row + ": " + firstLine(e), e);
    }
  }

  @Override
  public boolean haveSameFields() {
    return true;
  }

  @Override
  public long bytesRead() {
    return rowCount == 0 ? size : (long) (size * ((double) row / rowCount));
  }

  @Override
  public void close() throws IOException {
    try (Connection toClose = connection;
        Statement alsoToClose = statement) {
      rows.close();
    } catch (SQLException e) {
      throw new IOException(firstLine(e), e);
    }
  }

  /** DuckDB reads its path as a glob. */
  private static String escapeGlob(Path path) {
    return path.toAbsolutePath().toString().replaceAll("([\\[*?])", "[$1]");
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static void closeQuietly(Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException ignored) {
        // The failure that led here is the one to report.
      }
    }
  }
}
