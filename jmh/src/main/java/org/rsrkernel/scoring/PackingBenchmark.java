package org.rsrkernel.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rsrkernel.student.TokenSpan;

/** Planning a run: sequences of five teachers to each question, put in order, cut and packed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PackingBenchmark {

  private static final int TEACHERS = 5;
  private static final int QUESTION_TOKENS = 100;
  private static final int RESPONSE_TOKENS = 150;
  private static final int VOCABULARY = 49_152;
  private static final int BATCH_TOKENS = 2048;
  private static final int LANES = 2;

  /** Questions, with five trajectories each. */
  @Param({"60", "2000"})
  public int questions;

  private final List<TokenSequence> sequences = new ArrayList<>();
  private List<TokenSequence> batch;

  /** Draws the sequences. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    for (int q = 0; q < questions; q++) {
      int[] question = random.ints(QUESTION_TOKENS, 0, VOCABULARY).toArray();
      for (int t = 0; t < TEACHERS; t++) {
        int[] response = random.ints(RESPONSE_TOKENS, 0, VOCABULARY).toArray();
        int[] ids = IntStream.concat(IntStream.of(question), IntStream.of(response)).toArray();
        TokenSpan span = new TokenSpan(QUESTION_TOKENS, ids.length);
        sequences.add(TokenSequence.of(ids, List.of(span), ids.length));
      }
    }
    List<Integer> members =
        ScoringPlan.of(sequences, BATCH_TOKENS, LANES).batches().get(0).members();
    batch = members.stream().map(sequences::get).toList();
  }

  @Benchmark
  public ScoringPlan plan() {
    return ScoringPlan.of(sequences, BATCH_TOKENS, LANES);
  }

  @Benchmark
  public PrefixForest.Layout packOneBatch() {
    return new PrefixForest(batch).layout();
  }
}
