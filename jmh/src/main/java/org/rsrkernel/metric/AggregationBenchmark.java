package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** From token scores to a trajectory's metrics, to a table's columns, to a ranking of teachers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AggregationBenchmark {

  private static final int QUESTIONS = 60;
  private static final int TEACHERS = 5;
  private static final int TOKENS = 2_000;
  private static final int BOOTSTRAP_ROUNDS = 1_000;

  private final ScoreMeasures measures =
      ScoreMeasures.rsrAnd(
          List.of(metric("rsr_filtered"), metric("avg_entropy"), metric("perplexity")),
          Rsr.RANK_CLIP);
  private final List<ScoredTrajectory> outcomes = drawn();
  private final List<MeasuredOutcome> measured = outcomes.stream().map(measures::of).toList();
  private final Table trajectories = trajectories();
  private final Table scored = ScoreColumns.addTo(trajectories, measured, measures);

  /** Seven columns of one trajectory. */
  @Benchmark
  public MeasuredOutcome metricsOfOneTrajectory() {
    return measures.of(outcomes.get(0));
  }

  @Benchmark
  public Table columnsOfOneTable() {
    return ScoreColumns.addTo(trajectories, measured, measures);
  }

  @Benchmark
  public TeacherRanking rankingWithBootstrap() {
    return TeacherRanking.of(scored, Columns.TEACHER, metric("rsr"), BOOTSTRAP_ROUNDS, 0);
  }

  private static Metric metric(String name) {
    return Metrics.find(name).orElseThrow();
  }

  private static Table trajectories() {
    StringColumn ids = StringColumn.create(Columns.ID);
    StringColumn teachers = StringColumn.create(Columns.TEACHER);
    for (int row = 0; row < QUESTIONS * TEACHERS; row++) {
      ids.append("q" + row / TEACHERS);
      teachers.append("teacher " + row % TEACHERS);
    }
    return Table.create("drawn", ids, teachers);
  }

  private static List<ScoredTrajectory> drawn() {
    SplittableRandom random = new SplittableRandom(1);
    List<ScoredTrajectory> outcomes = new ArrayList<>();
    for (int row = 0; row < QUESTIONS * TEACHERS; row++) {
      Optional<ScoreKey> key = Optional.of(new ScoreKey("%032x".formatted(row)));
      outcomes.add(new ScoredTrajectory("ok", key, Optional.of(scores(random))));
    }
    return outcomes;
  }

  private static TokenScores scores(SplittableRandom random) {
    float[][] floats = new float[3][TOKENS];
    for (float[] values : floats) {
      for (int k = 0; k < TOKENS; k++) {
        values[k] = (float) random.nextDouble();
      }
    }
    return new TokenScores(
        new int[TOKENS + 1],
        IntStream.rangeClosed(1, TOKENS).toArray(),
        random.ints(TOKENS, 1, 300).toArray(),
        floats[0],
        floats[1],
        floats[2]);
  }
}
