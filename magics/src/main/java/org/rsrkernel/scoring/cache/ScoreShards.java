package org.rsrkernel.scoring.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.TokenScores;

/**
 * A folder of Parquet files, each written whole under another name and then moved into place: a
 * killed process leaves no half of one, and several processes write side by side.
 *
 * <p>A row is a trajectory's scores: its key, each array as a blob of little-endian values, and a
 * checksum of the blobs. Thread-safe.
 */
final class ScoreShards implements AutoCloseable {

  static final String SUFFIX = ".parquet";

  private static final String UNFINISHED = ".part";
  private static final String LOCK = "tidying.lock";
  private static final long SMALL_BYTES = 2 << 20;
  private static final Duration ABANDONED_AFTER = Duration.ofHours(1);
  private static final int ATTEMPTS = 3;

  private final Path folder;
  private final Consumer<String> notices;
  private final DuckDBConnection duckDb;

  /**
   * @param notices told in words for the user of damage that was mended
   */
  ScoreShards(Path folder, Consumer<String> notices) {
    this.folder = folder;
    this.notices = notices;
    try {
      Files.createDirectories(folder);
      Properties streaming = new Properties(); // results come in chunks, not as a second copy
      streaming.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, String.valueOf(true));
      duckDb =
          DriverManager.getConnection("jdbc:duckdb:", streaming).unwrap(DuckDBConnection.class);
      try (Statement statement = duckDb.createStatement()) {
        statement.execute("SET threads TO 1"); // shards are read side by side
        statement.execute("CREATE TABLE wanted (key VARCHAR)");
        statement.execute("CREATE TABLE fresh (" + ScoreRow.TYPED_COLUMNS + ")");
      }
    } catch (IOException | SQLException | LinkageError e) { // DuckDB unpacks its native library
      throw new ScoreCacheException("cannot use the score cache " + folder, e);
    }
  }

  /**
   * Finds the scores of those keys that some shard holds; a damaged shard is set aside.
   *
   * @param found told by several threads at once, of a key that lies in two shards twice
   */
  synchronized void find(Collection<ScoreKey> keys, BiConsumer<ScoreKey, TokenScores> found) {
    try {
      if (keys.isEmpty() || shards().isEmpty()) {
        return;
      }
      fillWanted(keys);
      boolean complete = false;
      for (int attempt = 1; attempt <= ATTEMPTS && !complete; attempt++) {
        complete = true;
        for (Path unread : shards().parallelStream().filter(s -> !isRead(s, found)).toList()) {
          complete &= setAsideUnlessGone(unread);
        }
      }
    } catch (SQLException | IOException e) {
      throw new ScoreCacheException("cannot read the score cache " + folder, e);
    }
  }

  /** Writes the scores as one more shard. */
  synchronized void keepAll(Map<ScoreKey, TokenScores> scores) {
    if (scores.isEmpty()) {
      return;
    }
    try {
      execute("DELETE FROM fresh"); // what a failed write may have left
      try (PreparedStatement insert =
          duckDb.prepareStatement("INSERT INTO fresh VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
        for (Map.Entry<ScoreKey, TokenScores> entry : scores.entrySet()) {
          ScoreRow.of(entry.getKey(), entry.getValue()).bind(insert);
          insert.execute();
        }
      }
      writeShard("SELECT * FROM fresh");
      execute("DELETE FROM fresh");
    } catch (SQLException | IOException e) {
      throw new ScoreCacheException("cannot write to the score cache " + folder, e);
    }
  }

  /** Trajectories that the shards hold, each counted once. */
  synchronized long count() {
    try {
      List<Path> shards = shards();
      if (shards.isEmpty()) {
        return 0;
      }
      try (Statement statement = duckDb.createStatement();
          ResultSet rows =
              statement.executeQuery("SELECT count(DISTINCT key) FROM " + readParquet(shards))) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException | IOException e) {
      throw new ScoreCacheException("cannot read the score cache " + folder, e);
    }
  }

  /**
   * Joins small shards into one and deletes what killed processes left. One process at a time does
   * it; another that is at it already spares this one the work.
   */
  synchronized void tidy() {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        deleteAbandoned();
        mergeSmallShards();
      }
    } catch (OverlappingFileLockException e) {
      return; // another cache of this process is at it
    } catch (SQLException | IOException e) {
      throw new ScoreCacheException("cannot tidy the score cache " + folder, e);
    }
  }

  /** Every reading thread holds a shard, so shards do not grow without end. */
  private void mergeSmallShards() throws SQLException, IOException {
    List<Path> together = new ArrayList<>();
    long bytes = 0;
    for (Path shard : shards()) {
      long size = Files.size(shard);
      if (size >= SMALL_BYTES) {
        continue;
      }
      together.add(shard);
      bytes += size;
      if (bytes >= SMALL_BYTES) {
        merge(together);
        together.clear();
        bytes = 0;
      }
    }
    merge(together);
  }

  private void merge(List<Path> shards) throws SQLException, IOException {
    if (shards.size() < 2) {
      return;
    }
    String once = " QUALIFY row_number() OVER (PARTITION BY key) = 1"; // kills leave rows twice
    writeShard("SELECT " + ScoreRow.COLUMNS + " FROM " + readParquet(shards) + once);
    for (Path shard : shards) {
      Files.deleteIfExists(shard);
    }
  }

  private void deleteAbandoned() throws IOException {
    long longAgo = System.currentTimeMillis() - ABANDONED_AFTER.toMillis();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(name -> name.toString().endsWith(UNFINISHED)).toList()) {
        if (file.toFile().lastModified() < longAgo) { // 0 for one that is finished meanwhile
          Files.deleteIfExists(file);
        }
      }
    }
  }

  @Override
  public synchronized void close() {
    try {
      duckDb.close();
    } catch (SQLException e) {
      throw new ScoreCacheException("cannot close the score cache " + folder, e);
    }
  }

  private void fillWanted(Collection<ScoreKey> keys) throws SQLException {
    execute("DELETE FROM wanted");
    try (DuckDBAppender rows = duckDb.createAppender("main", "wanted")) {
      for (ScoreKey key : keys) {
        rows.beginRow();
        rows.append(key.value());
        rows.endRow();
      }
    }
  }

  /** Whether the whole shard could be read. What comes before its damage is sound. */
  private boolean isRead(Path shard, BiConsumer<ScoreKey, TokenScores> found) {
    String query =
        "SELECT "
            + ScoreRow.COLUMNS
            + " FROM "
            + readParquet(List.of(shard))
            + " SEMI JOIN wanted USING (key)";
    try (Connection ofThisThread = duckDb.duplicate();
        Statement statement = ofThisThread.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        ScoreRow row = ScoreRow.read(rows);
        if (!row.isIntact()) {
          return false;
        }
        found.accept(row.key(), row.scores());
      }
      return true;
    } catch (SQLException unreadable) {
      return false;
    }
  }

  /**
   * Moves a shard that cannot be read out of the way, or it would fail every later run too.
   *
   * @return false if it is gone, because another kernel has just tidied up
   */
  private boolean setAsideUnlessGone(Path shard) throws IOException {
    if (!Files.exists(shard)) {
      return false;
    }
    Path aside = shard.resolveSibling(shard.getFileName() + ".broken");
    Files.move(shard, aside, StandardCopyOption.REPLACE_EXISTING);
    notices.accept(
        "The cache file %s is damaged. It was renamed to %s, and its scores are computed again."
            .formatted(shard, aside.getFileName()));
    return true;
  }

  private void writeShard(String query) throws SQLException, IOException {
    Path temporary = folder.resolve(UUID.randomUUID() + UNFINISHED);
    try {
      execute(
          "COPY (" + query + ") TO " + quoted(temporary) + " (FORMAT parquet, COMPRESSION zstd)");
      Path shard = folder.resolve(UUID.randomUUID() + SUFFIX);
      try {
        Files.move(temporary, shard, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, shard);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private List<Path> shards() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = duckDb.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String readParquet(List<Path> shards) {
    return "read_parquet(["
        + String.join(", ", shards.stream().map(ScoreShards::quoted).toList())
        + "])";
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }
}
