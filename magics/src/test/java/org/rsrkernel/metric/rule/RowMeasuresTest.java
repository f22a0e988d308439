package org.rsrkernel.metric.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rsrkernel.metric.evidence.Evidence;
import org.rsrkernel.metric.evidence.EvidenceOf;

/** Measures of rows by hand. */
class RowMeasuresTest {

  private static final RowMeasure MEAN_SURPRISAL =
      RowMeasure.ofEach(row -> row.scores().orElseThrow().surprisal(0));

  @Test
  void consensus_isTheShareOfOthersWithTheSameAnswer() {
    double[] shares =
        new Consensus()
            .of(
                List.of(
                    EvidenceOf.response("q", "a", "The answer is 2."),
                    EvidenceOf.response("q", "b", "Answer: 2"),
                    EvidenceOf.response("q", "c", "It must be 3"),
                    EvidenceOf.response("alone", "a", "The answer is 2.")));

    assertThat(shares).containsExactly(0.5, 0.5, 0.0, Double.NaN);
  }

  @Test
  void textQuality_countsSignsAndLength() {
    Evidence plain = EvidenceOf.response("q", "a", "one two");
    Evidence careful = EvidenceOf.response("q", "a", "check therefore");

    assertThat(TextRules.quality(plain)).isCloseTo(0.3 * 2 / 502, within(1e-12));
    // one sign in two words: 50 of the scale, so 50 / 51
    assertThat(TextRules.quality(careful))
        .isCloseTo(0.3 * 2 / 502 + (0.2 + 0.25) * 50 / 51, within(1e-12));
    assertThat(TextRules.quality(EvidenceOf.response("q", "a", ""))).isNaN();
  }

  @Test
  void spoiledShare_isOfTheFourFirstParts() {
    String response = "Let us see. Add them. It is 2 then. So 12 is wrong. We say 2.";

    // 20, 40, 60, 80 % are 1, 2, 3, 4 sentences; the answer comes in the third
    assertThat(TextRules.spoiledShare(EvidenceOf.response("q", "a", response))).isEqualTo(0.5);
  }

  @Test
  void teacherLogProbs_areSetAgainstTheStudents() {
    Evidence row = EvidenceOf.ofTeacher("[-1, -2]", 2, 1); // x = 1, -1

    assertThat(TeacherLogProbs.logRatio(row)).isEqualTo(0);
    assertThat(TeacherLogProbs.clippedLogRatio(row))
        .isCloseTo((Math.log(1.2) + Math.log(0.8)) / 2, within(1e-12));
    assertThat(TeacherLogProbs.powerDivergence(row))
        .isCloseTo(1.8 * (Math.cosh(2.0 / 3) - 1), within(1e-12));
  }

  @Test
  void teacherLogProbsOfOtherTokens_areNoNumber() {
    assertThat(TeacherLogProbs.logRatio(EvidenceOf.ofTeacher("[-1]", 2, 1))).isNaN();
    assertThat(TeacherLogProbs.logRatio(EvidenceOf.ofTeacher("many", 2, 1))).isNaN();
    assertThat(TeacherLogProbs.logRatio(EvidenceOf.ofTeacher("", 2, 1))).isNaN();
  }

  @Test
  void canon_givesEachHalfItsAdvantage() {
    double[] advantages =
        new Canon(MEAN_SURPRISAL)
            .of(
                List.of(
                    EvidenceOf.scored("q", true, 1),
                    EvidenceOf.scored("q", true, 2),
                    EvidenceOf.scored("q", true, 3),
                    EvidenceOf.scored("q", false, 4),
                    EvidenceOf.scored("q", null, 5),
                    EvidenceOf.scored("alone", true, 1)));

    assertThat(advantages).containsExactly(0.5, 0.5, -0.5, -0.5, Double.NaN, Double.NaN);
  }

  @Test
  void learnability_isSharedOutAmongAQuestionsTrajectories() {
    double[] learnabilities =
        new Learnability(MEAN_SURPRISAL, rows -> new double[] {0.5, 0.9, 0.7, Double.NaN})
            .of(
                List.of(
                    EvidenceOf.scored("q", null, 1),
                    EvidenceOf.scored("q", null, 3),
                    EvidenceOf.scored("alone", null, 2),
                    EvidenceOf.scored("q", null, 5)));

    // q: ΣL = 4, ΣB = 1.4, so 1/4 (2 * .5/1 - 1.4/4) and 3/4 (2 * .9/3 - 1.4/4)
    assertThat(learnabilities[0]).isCloseTo(0.1625, within(1e-12));
    assertThat(learnabilities[1]).isCloseTo(0.1875, within(1e-12));
    assertThat(learnabilities[2]).isCloseTo(0.35, within(1e-12));
    assertThat(learnabilities[3]).isNaN();
  }

  @Test
  void probe_learnsWhichEndIsRightFromOtherQuestions() {
    SplittableRandom random = new SplittableRandom(5);
    List<Evidence> rows = new ArrayList<>();
    for (int q = 0; q < 300; q++) {
      double surprisal = 4 * random.nextDouble();
      boolean right = random.nextDouble() < 1 / (1 + Math.exp(4 - 2 * surprisal));
      rows.add(EvidenceOf.scored("q" + q, right, surprisal));
    }
    double[] probabilities = new LabelProbe(List.of(MEAN_SURPRISAL)).of(rows);

    double squaredErrors = 0;
    for (int row = 0; row < rows.size(); row++) {
      double surprisal = rows.get(row).scores().orElseThrow().surprisal(0);
      squaredErrors += Math.pow(probabilities[row] - 1 / (1 + Math.exp(4 - 2 * surprisal)), 2);
    }
    assertThat(Math.sqrt(squaredErrors / rows.size())).isLessThan(0.1);
  }

  @Test
  void probeOfLabelsThatAllAgree_hasNothingToLearn() {
    double[] probabilities =
        new LabelProbe(List.of(MEAN_SURPRISAL))
            .of(List.of(EvidenceOf.scored("q", true, 1), EvidenceOf.scored("r", true, 2)));

    assertThat(probabilities).containsOnly(Double.NaN);
  }

  @Test
  void ridgeLogistic_isTheMinimumThatSciPyFinds() {
    // scipy.optimize.minimize(f, 0, method="BFGS"), f = log loss + .5 * w1² + 5e-7 * w0²
    RidgeLogistic probe =
        RidgeLogistic.fit(
            new double[][] {{-1}, {-0.5}, {0}, {0.5}, {2}},
            new boolean[] {false, true, false, true, true},
            1);

    assertThat(probe.probability(new double[] {0})).isCloseTo(0.58216822, within(1e-6));
    assertThat(probe.probability(new double[] {1})).isCloseTo(0.72950323, within(1e-6));
  }
}
