package org.rsrkernel.scoring.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rsrkernel.scoring.MemoryScoreStore;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.ScoreStore;
import org.rsrkernel.scoring.TokenScores;

/**
 * Scores in memory, and behind them on disk in the user's cache folder.
 *
 * <p>If the disk fails, the cache says so once in {@link #problem} and goes on in memory: a run is
 * never lost to its cache. Thread-safe.
 */
public final class ScoreCache implements ScoreStore, AutoCloseable {

  private final MemoryScoreStore memory = new MemoryScoreStore();
  private final Path folder;
  private ScoreShards shards; // opened at first use; null too once the disk has failed
  private String problem;

  /**
   * @param folder where shards lie; made when the first scores are kept
   */
  public ScoreCache(Path folder) {
    this.folder = folder;
  }

  @Override
  public synchronized Map<ScoreKey, TokenScores> findAll(Collection<ScoreKey> keys) {
    Map<ScoreKey, TokenScores> found = memory.findAll(keys);
    Set<ScoreKey> unknown = new HashSet<>(keys);
    unknown.removeAll(found.keySet());
    if (!unknown.isEmpty() && Files.isDirectory(folder)) {
      onDisk(
          disk -> {
            Map<ScoreKey, TokenScores> read = disk.findAll(unknown);
            memory.keepAll(read);
            found.putAll(read);
          });
    }
    return found;
  }

  @Override
  public synchronized void keepAll(Map<ScoreKey, TokenScores> scores) {
    memory.keepAll(scores);
    onDisk(disk -> disk.keepAll(scores));
  }

  /** Tidies up after a run: its shards become one, and the oldest go if there are too many. */
  public synchronized void endRun(long maxBytes) {
    if (shards == null) {
      return;
    }
    onDisk(ScoreShards::mergeOwnShards);
    try {
      dropOldest(maxBytes);
    } catch (IOException e) {
      problem = "The score cache " + folder + " could not be bounded: " + e.getMessage();
    }
  }

  /** What the disk refused, in words for the user; empty while it works. */
  public synchronized Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** Where the shards lie. */
  public Path folder() {
    return folder;
  }

  /** Bytes on disk. */
  public long bytes() throws IOException {
    long sum = 0;
    for (Path file : files()) {
      sum += Files.size(file);
    }
    return sum;
  }

  /** Forgets everything, in memory of this kernel and on disk. */
  public synchronized void clear() throws IOException {
    memory.clear();
    for (Path file : files()) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public synchronized void close() {
    if (shards != null) {
      shards.close();
      shards = null;
    }
  }

  private interface DiskWork {
    void on(ScoreShards disk);
  }

  private void onDisk(DiskWork work) {
    if (problem != null) {
      return;
    }
    try {
      if (shards == null) {
        shards = new ScoreShards(folder);
      }
      work.on(shards);
    } catch (ScoreCacheException e) {
      problem =
          "%s (%s). Scores are kept in memory only; free space or permissions there, or set RSR_HOME to another folder."
              .formatted(e.getMessage(), e.getCause().getMessage());
    }
  }

  private void dropOldest(long maxBytes) throws IOException {
    record Dated(Path file, long bytes, FileTime written) {}
    List<Dated> dated = new ArrayList<>();
    long sum = 0;
    for (Path file : files()) {
      Dated shard = new Dated(file, Files.size(file), Files.getLastModifiedTime(file));
      dated.add(shard);
      sum += shard.bytes();
    }
    dated.sort(Comparator.comparing(Dated::written));
    for (Dated shard : dated) {
      if (sum <= maxBytes) {
        return;
      }
      Files.deleteIfExists(shard.file());
      sum -= shard.bytes();
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
