package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rsrkernel.scoring.TokenScores;

class MetricsRegistryTest {

  private static final TokenScores TWO = TokenScoresOf.tokens(new int[] {3, 7}, 1, 2);

  @Test
  void metricOfOnesOwn_isOneLine() {
    Metrics.register("first_rank", t -> t.rank(0));
    assertThat(Metrics.find("first_rank").orElseThrow().of(TWO, 100)).isEqualTo(3);
    assertThat(Metrics.all()).extracting(Metric::name).startsWith("rsr").contains("first_rank");
  }

  @Test
  void metricOfOnesOwn_mayHeedTheClip() {
    Metrics.register("last_rank", (t, clip) -> Math.min(t.rank(t.size() - 1), clip));
    assertThat(Metrics.find("last_rank").orElseThrow().of(TWO, 5)).isEqualTo(5);
  }

  @Test
  void metricOfOnesOwn_saysWhichEndIsBetter() {
    Metrics.register("most_certain", Direction.HIGHER, (t, clip) -> Math.exp(-t.surprisal(0)));
    assertThat(Metrics.find("most_certain").orElseThrow().direction()).isEqualTo(Direction.HIGHER);
  }

  @Test
  void builtInMetric_isNotReplaced() {
    assertThatThrownBy(() -> Metrics.register("rsr", t -> 0))
        .isInstanceOf(MetricException.class)
        .hasMessage("'rsr' is a built-in metric. Register yours under another name.");
  }

  @Test
  void nameOfAnotherColumn_isRefused() {
    assertThatThrownBy(() -> Metrics.register("teacher", t -> 0))
        .isInstanceOf(MetricException.class)
        .hasMessage(
            "Tables have a column 'teacher' already. Register the metric under another name.");
  }

  @Test
  void nameWithACommaOrBlank_isRefused() {
    assertThatThrownBy(() -> Metrics.register("my, metric", t -> 0))
        .isInstanceOf(MetricException.class)
        .hasMessageContaining("letters, digits and underscores");
  }

  @Test
  void unknownMetric_isNotFound() {
    assertThat(Metrics.find("no_such")).isEmpty();
  }

  @Test
  void everyMetric_saysWhatItIsNeedsAndCosts() {
    assertThat(Metrics.all())
        .allSatisfy(
            metric -> {
              assertThat(metric.formula()).isNotBlank();
              assertThat(metric.source()).isNotBlank();
              assertThat(metric.passes()).isNotBlank();
            });
    assertThat(Metrics.find("pacr").orElseThrow().needs()).containsExactly(Need.GOLD_ANSWER);
    assertThat(Metrics.all())
        .filteredOn(Metric::proxy)
        .extracting(Metric::name)
        .contains("recoverability", "guidability", "transfer", "sufficient_prefix")
        .doesNotContain("rsr", "pacr", "adaptability", "ifd");
  }

  @Test
  void metricOfFurtherPasses_isNotOneOfTokens() {
    assertThatThrownBy(() -> Metrics.find("pacr").orElseThrow().of(TWO, 100))
        .isInstanceOf(MetricException.class)
        .hasMessage(
            "'pacr' is not a metric of token scores alone; score a table with it:"
                + " %rsr score TABLE --metrics pacr");
  }
}
