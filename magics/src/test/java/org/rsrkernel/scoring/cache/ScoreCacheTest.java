package org.rsrkernel.scoring.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private final List<String> problems = new ArrayList<>();

  @Test
  void scores_surviveTheKernel() {
    try (ScoreCache first = new ScoreCache(folder, problems::add)) {
      first.keepAll(Map.of(KEY, scores(7)));
    }
    try (ScoreCache second = new ScoreCache(folder, problems::add)) {
      assertThat(second.findAll(List.of(KEY, OTHER))).containsOnlyKeys(KEY);
      assertThat(second.findAll(List.of(KEY)).get(KEY))
          .usingRecursiveComparison()
          .isEqualTo(scores(7));
    }
  }

  @Test
  void twoKernels_shareOneFolder() {
    try (ScoreCache one = new ScoreCache(folder, problems::add);
        ScoreCache two = new ScoreCache(folder, problems::add)) {
      one.keepAll(Map.of(KEY, scores(1)));
      two.keepAll(Map.of(OTHER, scores(2)));

      assertThat(one.findAll(List.of(KEY, OTHER))).containsOnlyKeys(KEY, OTHER);
      assertThat(two.findAll(List.of(KEY, OTHER))).containsOnlyKeys(KEY, OTHER);
    }
  }

  @Test
  void endOfARun_leavesOneShard() throws IOException {
    try (ScoreCache cache = new ScoreCache(folder, problems::add)) {
      cache.keepAll(Map.of(KEY, scores(1)));
      cache.keepAll(Map.of(OTHER, scores(2)));
      assertThat(shards()).hasSize(2);

      cache.endRun(Long.MAX_VALUE);
    }
    assertThat(shards()).hasSize(1);
    try (ScoreCache later = new ScoreCache(folder, problems::add)) {
      assertThat(later.findAll(List.of(KEY, OTHER))).containsOnlyKeys(KEY, OTHER);
    }
  }

  @Test
  void oldestShards_giveWayWhenThereAreTooMany() throws IOException {
    try (ScoreCache cache = new ScoreCache(folder, problems::add)) {
      cache.keepAll(Map.of(KEY, scores(1)));
      cache.endRun(0);
      assertThat(cache.bytes()).isZero();
    }
  }

  @Test
  void brokenShard_isSetAsideAndTheRestIsRead() throws IOException {
    Files.writeString(folder.resolve("0-broken.parquet"), "not a Parquet file");
    try (ScoreCache first = new ScoreCache(folder, problems::add)) {
      first.keepAll(Map.of(KEY, scores(7)));
    }
    try (ScoreCache second = new ScoreCache(folder, problems::add)) {
      assertThat(second.findAll(List.of(KEY))).containsOnlyKeys(KEY);
      assertThat(second.problem()).isEmpty();
    }
    assertThat(folder.resolve("0-broken.parquet.broken")).exists();
    assertThat(problems).singleElement().asString().contains("0-broken.parquet is damaged");
  }

  @Test
  void shardWithChangedBytes_isNoticed() throws IOException {
    try (ScoreCache first = new ScoreCache(folder, problems::add)) {
      first.keepAll(Map.of(KEY, scores(7)));
    }
    Path shard = shards().get(0);
    byte[] bytes = Files.readAllBytes(shard);
    for (int place = 8; place < bytes.length / 2; place++) { // the values lie before the footer
      bytes[place] ^= 1;
    }
    Files.write(shard, bytes);
    try (ScoreCache second = new ScoreCache(folder, problems::add)) {
      assertThat(second.findAll(List.of(KEY))).isEmpty();
    }
    assertThat(problems).singleElement().asString().contains("is damaged");
  }

  @Test
  void unwritableFolder_isSaidAndScoringGoesOnInMemory() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    try (ScoreCache cache = new ScoreCache(file.resolve("scores"), problems::add)) {
      cache.keepAll(Map.of(KEY, scores(7)));

      assertThat(problems).singleElement().asString().contains("goes on without it");
      assertThat(cache.findAll(List.of(KEY))).containsOnlyKeys(KEY);
    }
  }

  @Test
  void diskThatWorksAgain_isUsedByTheNextRun() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("scores"), "in the way");
    try (ScoreCache cache = new ScoreCache(inTheWay, problems::add)) {
      cache.keepAll(Map.of(KEY, scores(7)));
      cache.endRun(Long.MAX_VALUE);
      Files.delete(inTheWay);
      cache.keepAll(Map.of(OTHER, scores(8)));

      assertThat(problems).hasSize(1);
      assertThat(cache.problem()).isEmpty();
      assertThat(cache.trajectories()).isEqualTo(1);
      assertThat(cache.trajectoriesInMemory()).isEqualTo(2);
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
