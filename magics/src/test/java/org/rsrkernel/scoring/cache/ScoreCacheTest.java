package org.rsrkernel.scoring.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.TokenScores;

class ScoreCacheTest {

  private static final ScoreKey KEY = new ScoreKey("00ff");
  private static final ScoreKey OTHER = new ScoreKey("11ee");

  @TempDir private Path folder;

  @Test
  void scores_surviveTheKernel() {
    try (ScoreCache first = new ScoreCache(folder)) {
      first.keepAll(Map.of(KEY, scores(7)));
    }
    try (ScoreCache second = new ScoreCache(folder)) {
      assertThat(second.findAll(List.of(KEY, OTHER))).containsOnlyKeys(KEY);
      assertThat(second.findAll(List.of(KEY)).get(KEY))
          .usingRecursiveComparison()
          .isEqualTo(scores(7));
    }
  }

  @Test
  void twoKernels_shareOneFolder() {
    try (ScoreCache one = new ScoreCache(folder);
        ScoreCache two = new ScoreCache(folder)) {
      one.keepAll(Map.of(KEY, scores(1)));
      two.keepAll(Map.of(OTHER, scores(2)));

      assertThat(one.findAll(List.of(KEY, OTHER))).containsOnlyKeys(KEY, OTHER);
      assertThat(two.findAll(List.of(KEY, OTHER))).containsOnlyKeys(KEY, OTHER);
    }
  }

  @Test
  void endOfARun_leavesOneShard() throws IOException {
    try (ScoreCache cache = new ScoreCache(folder)) {
      cache.keepAll(Map.of(KEY, scores(1)));
      cache.keepAll(Map.of(OTHER, scores(2)));
      assertThat(shards()).hasSize(2);

      cache.endRun(Long.MAX_VALUE);
    }
    assertThat(shards()).hasSize(1);
    try (ScoreCache later = new ScoreCache(folder)) {
      assertThat(later.findAll(List.of(KEY, OTHER))).containsOnlyKeys(KEY, OTHER);
    }
  }

  @Test
  void oldestShards_giveWayWhenThereAreTooMany() throws IOException {
    try (ScoreCache cache = new ScoreCache(folder)) {
      cache.keepAll(Map.of(KEY, scores(1)));
      cache.endRun(0);
      assertThat(cache.bytes()).isZero();
    }
  }

  @Test
  void brokenShard_isSetAsideAndTheRestIsRead() throws IOException {
    Files.writeString(folder.resolve("0-broken.parquet"), "not a Parquet file");
    try (ScoreCache first = new ScoreCache(folder)) {
      first.keepAll(Map.of(KEY, scores(7)));
    }
    try (ScoreCache second = new ScoreCache(folder)) {
      assertThat(second.findAll(List.of(KEY))).containsOnlyKeys(KEY);
      assertThat(second.problem()).isEmpty();
    }
    assertThat(folder.resolve("0-broken.parquet.broken")).exists();
  }

  @Test
  void unwritableFolder_isSaidAndScoringGoesOnInMemory() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    try (ScoreCache cache = new ScoreCache(file.resolve("scores"))) {
      cache.keepAll(Map.of(KEY, scores(7)));

      assertThat(cache.problem()).get().asString().contains("kept in memory only");
      assertThat(cache.findAll(List.of(KEY))).containsOnlyKeys(KEY);
    }
  }

  private List<Path> shards() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ScoreShards.SUFFIX)).toList();
    }
  }

  private static TokenScores scores(int rank) {
    return new TokenScores(
        new int[] {5, 6, 7},
        new int[] {1, 2},
        new int[] {rank, 100_000},
        new float[] {0.25f, 12.5f},
        new float[] {1.5f, 0},
        new float[] {0.5f, 1});
  }
}
