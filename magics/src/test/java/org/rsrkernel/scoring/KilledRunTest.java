package org.rsrkernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs that are killed, starved of disk, or not alone, each in processes of their own.
 *
 * <p>{@code ./mvnw -pl magics -am test -Dtest=KilledRunTest -Dkills=50
 * -Dsurefire.failIfNoSpecifiedTests=false} kills more often.
 */
class KilledRunTest {

  private static final int KILLS = Integer.getInteger("kills", 2);
  private static final int KILLS_A_RUN = 2; // more would find it finished
  private static final long SEED = Long.getLong("seed", 11);

  private static final String NOTHING = "true";

  @TempDir private static Path folder;
  private static ScoringProcesses processes;
  private static List<String> undisturbed;
  private static long undisturbedMillis;

  @BeforeAll
  static void runUndisturbed() throws Exception {
    processes = new ScoringProcesses(folder);
    ScoringProcesses.Running run =
        processes.start(folder.resolve("undisturbed"), "undisturbed.tsv", NOTHING);
    run.awaitLine("scoring");
    long started = System.nanoTime();
    String output = run.output();
    undisturbedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    undisturbed = run.table();
    assertThat(undisturbed).as(output).hasSize(40);
  }

  @Test
  void killedAtRandomMoments_losesAndDoublesNothing() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int kill = 0; kill < KILLS; kill += KILLS_A_RUN) {
      Path cache = folder.resolve("killed" + kill);
      for (int k = 0; k < KILLS_A_RUN; k++) {
        ScoringProcesses.Running victim = processes.start(cache, "victim.tsv", NOTHING);
        victim.awaitLine("scoring");
        long millis = random.nextLong(undisturbedMillis / KILLS_A_RUN + 1);
        victim.process().waitFor(millis, TimeUnit.MILLISECONDS);
        victim.process().destroyForcibly().waitFor();
      }
      ScoringProcesses.Running last = processes.start(cache, "last.tsv", NOTHING);
      String output = last.output();

      assertThat(last.table())
          .as("kill %d of seed %d\n%s", kill, SEED, output)
          .isEqualTo(undisturbed);
      assertThat(rows(cache, "key"))
          .isEqualTo(rows(cache, "DISTINCT key"))
          .isEqualTo(undisturbed.size());
    }
  }

  /** Each in its own way: the disk takes no more bytes in a file, the folder is gone for a file. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "prlimit --pid $PPID --fsize=3000",
        "rm -r \"$CACHE\"; touch \"$CACHE\"",
      })
  void diskThatFails_isSaidOnceAndTheRunGoesOn(String failure) throws Exception {
    Path cache = folder.resolve("starved");
    String command = failure.replace("$CACHE", cache.toString());
    ScoringProcesses.Running starved = processes.start(cache, "starved.tsv", command);
    String output = starved.output();

    assertThat(output).contains("cannot write to the score cache");
    assertThat(output).containsOnlyOnce("This run goes on without it");
    assertThat(starved.table()).as(output).isEqualTo(undisturbed);
  }

  @Test
  void twoProcessesAtOnce_areBothRight() throws Exception {
    Path cache = folder.resolve("shared");
    ScoringProcesses.Running one = processes.start(cache, "one.tsv", NOTHING);
    ScoringProcesses.Running two = processes.start(cache, "two.tsv", NOTHING);
    String said = one.output() + two.output();

    assertThat(one.table()).as(said).isEqualTo(undisturbed);
    assertThat(two.table()).as(said).isEqualTo(undisturbed);
    assertThat(said).doesNotContain("cannot", "damaged");
  }

  /** Counts over all shards. */
  private static long rows(Path cache, String what) throws SQLException, IOException {
    try (Stream<Path> files = Files.list(cache);
        Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      assertThat(files.filter(file -> file.toString().endsWith(".parquet"))).hasSize(1);
      String shards = cache.resolve("*.parquet").toString();
      try (ResultSet row =
          statement.executeQuery("SELECT count(%s) FROM '%s'".formatted(what, shards))) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
