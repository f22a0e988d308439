package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rsrkernel.scoring.TokenScores;

/** Every formula worked out by hand on three tokens, and what holds for any tokens. */
class MetricFormulasTest {

  /** Surprisals are powers of two, so that single precision holds them exactly. */
  private static final TokenScores THREE =
      TokenScoresOf.tokens(
          new int[] {1, 4, 500},
          new double[] {0.5, 1, 8},
          new double[] {0.25, 0.75, 2},
          new double[] {0.5, 0.25, 0.125});

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "rsr, 11.052631578947368", // (1 + 4 + 100) / 9.5
    "avg_rank, 35",
    "avg_rank_unclipped, 168.33333333333334", // 505 / 3
    "avg_surprisal, 3.1666666666666665", // 9.5 / 3
    "perplexity, 23.728258192205157", // e^(9.5 / 3)
    "tokens, 3",
    "rsr_filtered, 12.5", // the one most surprising token: 100 / 8
    "rsr_token, 6.166666666666667", // (2 + 4 + 12.5) / 3
    "mean_rsr, 11.052631578947368",
    "rank_minus_surprisal, 31.833333333333332", // 35 - 9.5 / 3
    "rank_times_surprisal, 268.1666666666667", // (0.5 + 4 + 800) / 3
    "surprisal_weighted_rank, 84.6842105263158", // 804.5 / 9.5
    "rank_weighted_surprisal, 7.661904761904762", // 804.5 / 105
    "rsr_sqrt_rank, 1.368421052631579", // (1 + 2 + 10) / 9.5
    "rsr_squared_rank, 1054.421052631579", // (1 + 16 + 10000) / 9.5
    "rsr_sqrt_surprisal, 23.150526967211952", // 105 / (√0.5 + 1 + √8)
    "rsr_squared_surprisal, 1.6091954022988506", // 105 / (0.25 + 1 + 64)
    "avg_entropy, 1",
    "rank_over_entropy, 35",
    "surprisal_over_entropy, 3.1666666666666665",
    "grape, -3.1666666666666665",
    "rsd_acceptance, 0.6666666666666666", // e^-8 is below 0.01
    "brier, 0.6418362909920144", // ((0.5 - 2e^-0.5 + 1) + (0.25 - 2e^-1 + 1) + (0.125 - 2e^-8 + 1))
    // / 3
    "lark, 0.20268514452379405", // that over 9.5 / 3
  })
  void formula_byHand(String name, double expected) {
    assertThat(Metrics.find(name).orElseThrow().of(THREE, 100))
        .isCloseTo(expected, within(1e-7 * Math.abs(expected)));
  }

  @Test
  void everyBuiltInMetricOfTokens_isWorkedOutAbove() throws Exception {
    String[] worked =
        MetricFormulasTest.class
            .getDeclaredMethod("formula_byHand", String.class, double.class)
            .getAnnotation(CsvSource.class)
            .value();
    assertThat(worked)
        .extracting(line -> line.substring(0, line.indexOf(',')))
        .containsAll(
            Metrics.all().stream()
                .filter(Metric::isOfTokens)
                .filter(metric -> !metric.source().equals("this notebook"))
                .map(Metric::name)
                .toList());
  }

  @Test
  void mostSurprising_areThreeInTenRoundedDownButOneAtLeast() {
    TokenScores seven = TokenScoresOf.tokens(new int[] {7, 7, 7, 7, 7, 6, 3}, 1, 1, 1, 1, 1, 2, 3);
    assertThat(Metrics.find("rsr_filtered").orElseThrow().of(seven, 100))
        .isEqualTo((6 / 2.0 + 3 / 3.0) / 2);
  }

  @Test
  void mostSurprising_ofEqualOnesAreTheEarlier() {
    TokenScores seven = TokenScoresOf.tokens(new int[] {9, 4, 9, 8, 9, 9, 9}, 1, 2, 1, 4, 2, 2, 1);
    assertThat(Metrics.find("rsr_filtered").orElseThrow().of(seven, 100))
        .isEqualTo((4 / 2.0 + 8 / 4.0) / 2);
  }

  @Test
  void rsr_ofTokensTheStudentIsCertainOf_isUndefined() {
    TokenScores certain = TokenScoresOf.tokens(new int[] {1, 1}, 0, 0);
    assertThat(Metrics.find("rsr").orElseThrow().of(certain, 100)).isNaN();
    assertThat(Metrics.find("rsr_squared_surprisal").orElseThrow().of(certain, 100)).isNaN();
  }

  @Test
  void metric_ofNoTokens_saysWhatItNeeds() {
    assertThatThrownBy(
            () -> Metrics.find("rsr").orElseThrow().of(TokenScoresOf.tokens(new int[0]), 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "rsr needs at least 1 response token and a rank clip of at least 1, but got 0 tokens"
                + " and clip 100");
  }

  @Test
  void doublingATrajectory_changesNoMeanAndNoRatio() {
    for (int seed = 0; seed < 100; seed++) {
      TokenScores once = TokenScoresOf.drawn(new SplittableRandom(seed));
      TokenScores twice = repeated(once);
      for (Metric metric : Metrics.all().stream().filter(Metric::isOfTokens).toList()) {
        // Of an odd number of tokens, 30 % rounded down is another share once doubled.
        boolean counts = metric.name().equals("tokens") || metric.name().equals("rsr_filtered");
        if (!counts) {
          double expected = metric.of(once, 100);
          assertThat(metric.of(twice, 100))
              .as("%s, seed %d", metric.name(), seed)
              .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
      }
    }
  }

  @Test
  void rsr_growsWithTheClip() {
    for (int seed = 0; seed < 100; seed++) {
      TokenScores tokens = TokenScoresOf.drawn(new SplittableRandom(seed));
      double before = 0;
      for (int clip : new int[] {1, 2, 10, 100, 1000, 100_000}) {
        double rsr = Rsr.ofTrajectory(tokens, clip);
        assertThat(rsr).as("clip %d, seed %d", clip, seed).isGreaterThanOrEqualTo(before);
        before = rsr;
      }
    }
  }

  private static TokenScores repeated(TokenScores tokens) {
    int size = tokens.size();
    int[] ranks = new int[2 * size];
    double[][] others = new double[3][2 * size];
    for (int k = 0; k < 2 * size; k++) {
      ranks[k] = tokens.rank(k % size);
      others[0][k] = tokens.surprisal(k % size);
      others[1][k] = tokens.entropy(k % size);
      others[2][k] = tokens.squareSum(k % size);
    }
    return TokenScoresOf.tokens(ranks, others[0], others[1], others[2]);
  }
}
