package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class TrainingWeightsTest {

  private static final Metric RSR = Metrics.find("rsr").orElseThrow();

  @Test
  void betterValues_weighMoreByTheirDistanceFromTheBestLeftOut() {
    Table scored =
        new ScoredRows()
            .row("q", "A", 4, 1)
            .row("q", "B", 2, 1)
            .row("q", "C", 1, 1)
            .row("q", "D", 9, 1)
            .table();

    // 2 and 1 are chosen, 4 is the best left out: distances 2 and 3 of 5
    assertThat(weights(scored, 2)).containsExactly(new double[] {0.4, 0.6}, Offset.offset(1e-12));
  }

  @Test
  void equalValues_weighTheSame() {
    Table scored = new ScoredRows().row("q", "A", 2, 1).row("q", "B", 2, 1).table();

    assertThat(weights(scored, 2)).containsExactly(0.5, 0.5);
    assertThat(weights(scored, 1)).containsExactly(1.0);
  }

  @Test
  void everyQuestion_hasWeightsOfItsOwn() {
    Table scored =
        new ScoredRows().row("q", "A", 2, 1).row("r", "A", 7, 1).unscored("r", "B").table();

    assertThat(weights(scored, 1)).containsExactly(1.0, 1.0);
  }

  private static double[] weights(Table scored, int perQuestion) {
    Table chosen = new TrajectoryChoice(RSR, ChoiceLimits.perQuestion(perQuestion)).from(scored);
    return TrainingWeights.addTo(chosen, scored, RSR)
        .doubleColumn(TrainingWeights.COLUMN)
        .asDoubleArray();
  }
}
