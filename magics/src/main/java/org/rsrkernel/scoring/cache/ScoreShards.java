package org.rsrkernel.scoring.cache;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.TokenScores;

/**
 * A folder of Parquet files, each written whole under another name and then moved into place: a
 * killed process leaves no half of one, and several processes write side by side.
 *
 * <p>A row is a trajectory's scores: its key, and each array as a blob of little-endian values.
 * Thread-safe.
 */
final class ScoreShards implements AutoCloseable {

  static final String SUFFIX = ".parquet";

  private static final String COLUMNS =
      "key, token_ids, positions, ranks, surprisals, entropies, square_sums, truncated";

  private final Path folder;
  private final Connection duckDb;
  private final List<Path> loose = new ArrayList<>();

  ScoreShards(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      duckDb = DriverManager.getConnection("jdbc:duckdb:");
      try (Statement statement = duckDb.createStatement()) {
        statement.execute("SET threads TO 2");
        statement.execute("CREATE TABLE wanted (key VARCHAR)");
        statement.execute(
            "CREATE TABLE fresh (key VARCHAR, token_ids BLOB, positions BLOB, ranks BLOB,"
                + " surprisals BLOB, entropies BLOB, square_sums BLOB, truncated BOOLEAN)");
      }
    } catch (IOException | SQLException e) {
      throw new ScoreCacheException("cannot use the score cache " + folder, e);
    }
  }

  /** The scores of those keys that some shard holds; a shard that cannot be read is left out. */
  synchronized Map<ScoreKey, TokenScores> findAll(Collection<ScoreKey> keys) {
    Map<ScoreKey, TokenScores> found = new HashMap<>();
    try {
      List<Path> shards = shards();
      if (keys.isEmpty() || shards.isEmpty()) {
        return found;
      }
      fillWanted(keys);
      try {
        read(shards, found);
      } catch (SQLException oneIsBroken) {
        found.clear();
        for (Path shard : shards) {
          readOrSetAside(shard, found);
        }
      }
    } catch (SQLException | IOException e) {
      throw new ScoreCacheException("cannot read the score cache " + folder, e);
    }
    return found;
  }

  /** Writes the scores as one more shard. */
  synchronized void keepAll(Map<ScoreKey, TokenScores> scores) {
    if (scores.isEmpty()) {
      return;
    }
    try {
      try (PreparedStatement insert =
          duckDb.prepareStatement("INSERT INTO fresh VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
        for (Map.Entry<ScoreKey, TokenScores> entry : scores.entrySet()) {
          bind(insert, entry.getKey(), entry.getValue());
          insert.execute();
        }
      }
      loose.add(writeShard("SELECT * FROM fresh"));
    } catch (SQLException | IOException e) {
      throw new ScoreCacheException("cannot write to the score cache " + folder, e);
    } finally {
      execute("DELETE FROM fresh");
    }
  }

  /** Joins the shards that this process wrote since the last call into one. */
  synchronized void mergeOwnShards() {
    List<Path> own = loose.stream().filter(Files::exists).toList();
    loose.clear();
    if (own.size() < 2) {
      return;
    }
    try {
      writeShard("SELECT " + COLUMNS + " FROM " + readParquet(own));
      for (Path shard : own) {
        Files.deleteIfExists(shard);
      }
    } catch (SQLException | IOException e) {
      throw new ScoreCacheException("cannot tidy the score cache " + folder, e);
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
    try (PreparedStatement insert = duckDb.prepareStatement("INSERT INTO wanted VALUES (?)")) {
      for (ScoreKey key : keys) {
        insert.setString(1, key.value());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void read(List<Path> shards, Map<ScoreKey, TokenScores> found) throws SQLException {
    String query =
        "SELECT " + COLUMNS + " FROM " + readParquet(shards) + " SEMI JOIN wanted USING (key)";
    try (Statement statement = duckDb.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.put(new ScoreKey(rows.getString(1)), scores(rows));
      }
    }
  }

  /** A shard that cannot be read would fail every later run too, so it is moved out of the way. */
  private void readOrSetAside(Path shard, Map<ScoreKey, TokenScores> found) throws IOException {
    Map<ScoreKey, TokenScores> held = new HashMap<>();
    try {
      read(List.of(shard), held);
      found.putAll(held);
    } catch (SQLException broken) {
      if (Files.exists(shard)) { // another kernel may have merged it away meanwhile
        Files.move(
            shard,
            shard.resolveSibling(shard.getFileName() + ".broken"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path writeShard(String query) throws SQLException, IOException {
    Path temporary = folder.resolve(UUID.randomUUID() + ".part");
    try {
      execute(
          "COPY (" + query + ") TO " + quoted(temporary) + " (FORMAT parquet, COMPRESSION zstd)");
      Path shard = folder.resolve(UUID.randomUUID() + SUFFIX);
      try {
        return Files.move(temporary, shard, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        return Files.move(temporary, shard);
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

  private void execute(String sql) {
    try (Statement statement = duckDb.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new ScoreCacheException("the score cache " + folder + " failed", e);
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

  private static void bind(PreparedStatement insert, ScoreKey key, TokenScores scores)
      throws SQLException {
    insert.setString(1, key.value());
    insert.setBytes(2, Blobs.tokenIds(scores));
    insert.setBytes(3, Blobs.ints(scores.size(), scores::position));
    insert.setBytes(4, Blobs.ints(scores.size(), scores::rank));
    insert.setBytes(5, Blobs.floats(scores.size(), scores::surprisal));
    insert.setBytes(6, Blobs.floats(scores.size(), scores::entropy));
    insert.setBytes(7, Blobs.floats(scores.size(), scores::squareSum));
    insert.setBoolean(8, scores.truncated());
  }

  private static TokenScores scores(ResultSet row) throws SQLException {
    return new TokenScores(
        Blobs.toInts(row.getBytes(2)),
        Blobs.toInts(row.getBytes(3)),
        Blobs.toInts(row.getBytes(4)),
        Blobs.toFloats(row.getBytes(5)),
        Blobs.toFloats(row.getBytes(6)),
        Blobs.toFloats(row.getBytes(7)),
        row.getBoolean(8));
  }
}
