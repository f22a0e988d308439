package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static final Metric RSR = Metrics.find("rsr").orElseThrow();

  @Test
  void sharedQuestions_arePaired() {
    assertThat(probabilityThatABeats("q", "q")).isEqualTo(1);
  }

  @Test
  void questionsOfOneTeacherAlone_areDrawnApart() {
    assertThat(probabilityThatABeats("a", "b")).isBetween(0.5, 0.7);
  }

  /** Questions differ by far more than the teachers do, but A is always a little better. */
  private static double probabilityThatABeats(String questionsOfA, String questionsOfB) {
    ScoredRows rows = new ScoredRows();
    for (int q = 0; q < 40; q++) {
      rows.row(questionsOfA + q, "A", 2 + q, 1).row(questionsOfB + q, "B", 2.1 + q, 1);
    }
    Bootstrap bootstrap = Bootstrap.of(TeacherSample.of(rows.table(), "teacher", RSR), 2000, 1);
    return bootstrap.probabilityBetter(0, 1, Direction.LOWER);
  }

  @Test
  void sameSeed_sameIntervals() {
    assertThat(low(3)).isEqualTo(low(3)).isNotEqualTo(low(4));
  }

  private static double low(long seed) {
    ScoredRows rows = new ScoredRows();
    for (int q = 0; q < 30; q++) {
      rows.row("q" + q, "A", 1 + Math.sqrt(q), 1 + Math.sin(q) / 2);
    }
    return Bootstrap.of(TeacherSample.of(rows.table(), "teacher", RSR), 100, seed)
        .percentile(0, 2.5);
  }

  /** 95 % intervals of the ratio of two means hold the true ratio in 93 to 97 % of samples. */
  @Test
  void intervals_coverTheTruth() {
    int samples = 1000;
    int covered = 0;
    for (int sample = 0; sample < samples; sample++) {
      SplittableRandom random = new SplittableRandom(sample);
      ScoredRows rows = new ScoredRows();
      for (int q = 0; q < 100; q++) {
        double surprisal = 0.5 + random.nextDouble(); // mean 1
        rows.row("q" + q, "A", 2 * surprisal + random.nextDouble() - 0.5, surprisal); // mean 2
      }
      Bootstrap bootstrap =
          Bootstrap.of(TeacherSample.of(rows.table(), "teacher", RSR), 300, sample);
      if (bootstrap.percentile(0, 2.5) <= 2 && 2 <= bootstrap.percentile(0, 97.5)) {
        covered++;
      }
    }
    assertThat((double) covered / samples).isBetween(0.93, 0.97);
  }
}
