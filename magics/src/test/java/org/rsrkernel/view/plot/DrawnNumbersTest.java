package org.rsrkernel.view.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rsrkernel.scoring.TokenScores;

/** What the plots work out themselves in order to draw. */
class DrawnNumbersTest {

  @Test
  void density_isHighestWhereValuesCrowd() {
    Density density = Density.of(new double[] {1, 2, 2, 2, 3, 9});
    int highest = 0;
    for (int i = 0; i < density.heights().length; i++) {
      highest = density.heights()[i] > density.heights()[highest] ? i : highest;
    }
    assertThat(density.heights()[highest]).isEqualTo(1);
    assertThat(density.places()[highest]).isCloseTo(2, within(0.2));
  }

  @Test
  void density_ofEqualValues_isNarrow() {
    Density density = Density.of(new double[] {5, 5, 5});
    assertThat(density.places()[0]).isCloseTo(5, within(0.2));
    assertThat(density.heights()).doesNotContain(Double.NaN);
  }

  @Test
  void thinning_keepsOrderAndSays() {
    List<Integer> all = IntStream.range(0, 20_000).boxed().toList();
    List<Integer> kept = Thinning.of(all, 5_000);
    assertThat(kept).hasSize(5_000).isSorted().doesNotHaveDuplicates();
    assertThat(Thinning.of(all, 5_000)).isEqualTo(kept);
    assertThat(kept.get(2_500)).as("from everywhere").isBetween(9_000, 11_000);
    assertThat(Thinning.words(600, 600)).isEqualTo("600 trajectories");
  }

  @Test
  void equalRsrLines_haveRoundFiguresAndStayInTheCloud() {
    List<MapPoint> points =
        IntStream.range(0, 100)
            .mapToObj(i -> new MapPoint("p" + i, "t", 9, 2 + i * 0.02, 1, 2 + i * 0.02, ""))
            .toList();
    List<EqualRsrLine> none = EqualRsrLine.across(points.subList(0, 1));
    assertThat(none).as("one point spans nothing").isEmpty();
    List<MapPoint> spread =
        IntStream.range(0, 100)
            .mapToObj(i -> new MapPoint("p" + i, "t", 9, (1 + i / 100.0) * 3, 1 + i % 10, 3, ""))
            .toList();
    assertThat(EqualRsrLine.across(spread))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.to()).isGreaterThan(line.from()));
  }

  @Test
  void curve_isTheMeanOfTrajectoriesNotOfTokens() {
    RelativeCurve curve =
        RelativeCurve.of(
            List.of(rising("short", 20), rising("long", 2_000)), CurveMeasure.RANK, 1_000);
    assertThat(curve.means()[0]).isCloseTo((1 + 50.5) / 2, within(1e-9));
    assertThat(curve.places()[19]).isEqualTo(0.975);
  }

  /** Ranks 1, 2, 3, … */
  private static ScoredTrajectory rising(String id, int tokens) {
    float[] zeros = new float[tokens];
    return new ScoredTrajectory(
        id,
        "teacher",
        new TokenScores(
            new int[tokens],
            IntStream.range(0, tokens).toArray(),
            IntStream.rangeClosed(1, tokens).toArray(),
            zeros,
            zeros,
            zeros));
  }
}
