package org.rsrkernel.scoring.cache;

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
import org.rsrkernel.scoring.TokenScores;

/** A trajectory of 2,000 tokens on its way into the score cache and out of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScoreRowBenchmark {

  private static final int PROMPT_TOKENS = 60;
  private static final int TOKENS = 2_000;
  private static final ScoreKey KEY = new ScoreKey("00ff");

  private final TokenScores scores = drawn();
  private final ScoreRow row = ScoreRow.of(KEY, scores);

  @Benchmark
  public Object write() {
    return ScoreRow.of(KEY, scores);
  }

  @Benchmark
  public TokenScores checkAndRead() {
    if (!row.isIntact()) {
      throw new IllegalStateException("the row was written just now");
    }
    return row.scores();
  }

  private static TokenScores drawn() {
    SplittableRandom random = new SplittableRandom(1);
    float[][] floats = new float[3][TOKENS];
    for (float[] values : floats) {
      for (int k = 0; k < TOKENS; k++) {
        values[k] = (float) random.nextDouble();
      }
    }
    return new TokenScores(
        random.ints(PROMPT_TOKENS + TOKENS, 0, 49_152).toArray(),
        IntStream.range(PROMPT_TOKENS, PROMPT_TOKENS + TOKENS).toArray(),
        random.ints(TOKENS, 1, 300).toArray(),
        floats[0],
        floats[1],
        floats[2]);
  }
}
