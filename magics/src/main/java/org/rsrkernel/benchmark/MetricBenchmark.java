package org.rsrkernel.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.rsrkernel.metric.Metric;
import org.rsrkernel.metric.Metrics;
import org.rsrkernel.metric.Rsr;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.metric.TeacherRanking;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Times ten metrics and their rankings on drawn token scores, without a student.
 *
 * <pre>java -Xmx3g -cp 'kernel/target/*:kernel/target/lib/*:magics/target/*:magics/target/lib/*'
 *     org.rsrkernel.benchmark.MetricBenchmark [TRAJECTORIES [TOKENS [ROUNDS]]]</pre>
 */
public final class MetricBenchmark {

  private static final int TEACHERS = 10;
  private static final List<String> TEN =
      List.of(
          "rsr",
          "avg_rank",
          "avg_surprisal",
          "rsr_filtered",
          "rsr_token",
          "avg_entropy",
          "surprisal_weighted_rank",
          "grape",
          "rsd_acceptance",
          "lark");

  private MetricBenchmark() {}

  /**
   * Prints seconds for the metrics, and for the rankings with their bootstrap.
   *
   * @param arguments trajectories, tokens of each, bootstrap rounds; 5000, 10000 and 1000 if not
   *     given
   */
  public static void main(String[] arguments) {
    int trajectories = argument(arguments, 0, 5_000);
    int tokens = argument(arguments, 1, 10_000);
    int rounds = argument(arguments, 2, 1_000);
    List<Metric> metrics = TEN.stream().map(name -> Metrics.find(name).orElseThrow()).toList();
    Table table = table(trajectories);
    List<ScoredTrajectory> outcomes = drawn(trajectories, tokens);
    System.out.printf(
        "%,d trajectories of %,d tokens, %d metrics, %,d bootstrap rounds, %d processors%n",
        trajectories, tokens, TEN.size(), rounds, Runtime.getRuntime().availableProcessors());

    long start = System.nanoTime();
    Table scored = ScoreColumns.addTo(table, outcomes, metrics, Rsr.RANK_CLIP);
    long measured = System.nanoTime();
    for (Metric metric : metrics) {
      TeacherRanking.of(scored, Columns.TEACHER, metric, rounds, 0);
    }
    long ranked = System.nanoTime();
    System.out.printf("metrics  %6.2f s%n", (measured - start) / 1e9);
    System.out.printf("rankings %6.2f s%n", (ranked - measured) / 1e9);
    System.out.printf("together %6.2f s%n", (ranked - start) / 1e9);
  }

  private static int argument(String[] arguments, int index, int otherwise) {
    return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private static Table table(int trajectories) {
    StringColumn ids = StringColumn.create(Columns.ID);
    StringColumn teachers = StringColumn.create(Columns.TEACHER);
    for (int i = 0; i < trajectories; i++) {
      ids.append("q" + i / TEACHERS);
      teachers.append("teacher " + i % TEACHERS);
    }
    return Table.create("drawn", ids, teachers);
  }

  /** Surprisals of exponential distribution, and ranks that grow with them, as in language. */
  private static List<ScoredTrajectory> drawn(int trajectories, int tokens) {
    int[] positions = IntStream.rangeClosed(1, tokens).toArray();
    int[] tokenIds = new int[tokens + 1];
    List<ScoredTrajectory> outcomes = new ArrayList<>();
    for (int i = 0; i < trajectories; i++) {
      SplittableRandom random = new SplittableRandom(i);
      int[] ranks = new int[tokens];
      float[] surprisals = new float[tokens];
      float[] entropies = new float[tokens];
      float[] squareSums = new float[tokens];
      for (int k = 0; k < tokens; k++) {
        surprisals[k] = (float) -Math.log1p(-random.nextDouble());
        ranks[k] = 1 + (int) (Math.expm1(surprisals[k]) * random.nextDouble());
        entropies[k] = (float) random.nextDouble();
        squareSums[k] = (float) random.nextDouble();
      }
      outcomes.add(
          new ScoredTrajectory(
              "ok",
              Optional.of(new ScoreKey("drawn" + i)),
              Optional.of(
                  new TokenScores(tokenIds, positions, ranks, surprisals, entropies, squareSums))));
    }
    return outcomes;
  }
}
