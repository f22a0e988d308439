package org.rsrkernel.scoring.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rsrkernel.scoring.MemoryScoreStore;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.ScoreStore;
import org.rsrkernel.scoring.TokenScores;

/**
 * Scores on disk in the user's cache folder, and before them in memory those used last.
 *
 * <p>If the disk fails, the cache says so once and goes on in memory until the run ends: a run is
 * never lost to its cache. Thread-safe.
 */
public final class ScoreCache implements ScoreStore, AutoCloseable {

  /** Most bytes that are kept on disk after a run: a token's scores take about 15. */
  public static final long MOST_BYTES = 4L << 30;

  /** Of each about 24 bytes. */
  private static final long MOST_RECENT_TOKENS = 500_000;

  private final RecentScores recent = new RecentScores(MOST_RECENT_TOKENS);
  private final MemoryScoreStore onlyHere = new MemoryScoreStore(); // what the disk refused
  private final Path folder;
  private final Consumer<String> problems;
  private ScoreShards shards; // opened at first use
  private String problem;
  private boolean triesAgain;

  /**
   * @param folder where shards lie; made when the first scores are kept
   * @param problems told in words for the user when the disk refuses something
   */
  public ScoreCache(Path folder, Consumer<String> problems) {
    this.folder = folder;
    this.problems = problems;
  }

  @Override
  public synchronized void find(
      Collection<ScoreKey> keys, BiConsumer<ScoreKey, TokenScores> found) {
    Set<ScoreKey> unknown = new HashSet<>(keys);
    BiConsumer<ScoreKey, TokenScores> known =
        (key, scores) -> {
          unknown.remove(key);
          found.accept(key, scores);
        };
    onlyHere.find(keys, known);
    keys.forEach(key -> recent.find(key).ifPresent(scores -> known.accept(key, scores)));
    if (!unknown.isEmpty() && Files.isDirectory(folder)) {
      RecentScores.Reading reading = recent.reading();
      onDisk(disk -> disk.find(unknown, reading.andThen(found)));
      reading.end();
    }
  }

  @Override
  public synchronized void keepAll(Map<ScoreKey, TokenScores> scores) {
    if (onDisk(disk -> disk.keepAll(scores))) {
      scores.forEach(recent::keep);
    } else {
      onlyHere.keepAll(scores);
    }
  }

  /**
   * Tidies up after a run: small shards become one, and the oldest go if there are too many. A
   * folder that may only be read is left as it is. The next run tries the disk again if it has
   * failed in this one.
   */
  public synchronized void endRun(long maxBytes) {
    if (shards != null && Files.isWritable(folder)) {
      onDisk(ScoreShards::tidy);
      try {
        dropOldest(maxBytes);
      } catch (IOException e) {
        fail("The score cache " + folder + " could not be bounded: " + e.getMessage());
      }
    }
    triesAgain = true;
  }

  /** What the disk last refused, in words for the user; empty while it works. */
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
      sum += size(file);
    }
    return sum;
  }

  /** Trajectories whose scores lie on disk. */
  public synchronized long trajectories() {
    long[] count = {0};
    if (Files.isDirectory(folder)) {
      onDisk(disk -> count[0] = disk.count());
    }
    return count[0];
  }

  /** Trajectories whose scores this kernel holds in memory. */
  public int trajectoriesInMemory() {
    return recent.size() + onlyHere.size();
  }

  /** Another kernel may take a file away at any moment. */
  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /** Forgets everything, in memory of this kernel and on disk. */
  public synchronized void clear() throws IOException {
    recent.clear();
    onlyHere.clear();
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

  /** Whether the disk has done its work. */
  private boolean onDisk(DiskWork work) {
    if (triesAgain) {
      problem = null;
      triesAgain = false;
    }
    if (problem != null) {
      return false;
    }
    try {
      if (shards == null) {
        shards = new ScoreShards(folder, problems);
      }
      work.on(shards);
      return true;
    } catch (ScoreCacheException e) {
      fail(
          "%s (%s). This run goes on without it; free space or permissions there, or set RSR_HOME to another folder."
              .formatted(e.getMessage(), reason(e)));
      return false;
    }
  }

  private void fail(String words) {
    problem = words;
    problems.accept(words);
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }

  private void dropOldest(long maxBytes) throws IOException {
    record Dated(Path file, long bytes, FileTime written) {}
    List<Dated> dated = new ArrayList<>();
    long sum = 0;
    for (Path file : files()) {
      Dated shard = new Dated(file, size(file), written(file));
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

  private static FileTime written(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file);
    } catch (NoSuchFileException e) {
      return FileTime.fromMillis(0);
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
