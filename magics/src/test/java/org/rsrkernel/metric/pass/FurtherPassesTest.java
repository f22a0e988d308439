package org.rsrkernel.metric.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rsrkernel.metric.evidence.Evidence;
import org.rsrkernel.metric.evidence.EvidenceOf;

/** Which texts measures ask about, and what they make of the answers. */
class FurtherPassesTest {

  private static final Evidence ROW = EvidenceOf.scored("q", true, 1, 3);

  @Test
  void adaptability_asksForTheAnswerWithAndWithoutTheResponse() throws InterruptedException {
    ReadingStudent student = new ReadingStudent();
    PassMeasure adaptability = AnswerAfterParts.adaptability();

    double[] values = of(student, adaptability, ROW);

    assertThat(student.texts)
        .containsExactly(
            "[user]1 + 1?[assistant]The answer is| 2",
            "[user]1 + 1?[assistant]so 2\n\nThe answer is| 2");
    // the text before the answer is 6 characters longer
    assertThat(values).containsExactly(6.0);
  }

  @Test
  void measuresOfTheSameTexts_haveThemScoredOnce() throws InterruptedException {
    ReadingStudent student = new ReadingStudent();

    new FurtherPasses(List.of(ROW))
        .of(
            List.of(
                AnswerAfterParts.adaptability(), AnswerGrowth.mean(), AnswerGrowth.risingShare()),
            student);

    assertThat(student.texts).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void rowThatWasNotScored_isUndefined() throws InterruptedException {
    Evidence unscored = EvidenceOf.response("q", "t", "so 2");

    assertThat(of(new ReadingStudent(), AnswerAfterParts.adaptability(), unscored))
        .containsExactly(Double.NaN);
  }

  @Test
  void guidabilityOfPartsThatSayTheAnswer_isUndefined() throws InterruptedException {
    assertThat(of(new ReadingStudent(), AnswerAfterParts.guidability(), ROW))
        .containsExactly(Double.NaN);
  }

  @Test
  void recoverabilityWithoutAnotherQuestion_isUndefined() throws InterruptedException {
    assertThat(of(new ReadingStudent(), AnswerAfterParts.recoverability(), ROW))
        .containsExactly(Double.NaN);
  }

  @Test
  void groundedness_tellsTheAnswerInTheQuestion() throws InterruptedException {
    ReadingStudent student = new ReadingStudent();

    of(student, ResponseElsewhere.groundedness(), ROW);

    assertThat(student.texts).containsExactly("[user]1 + 1?\n\n(The answer is 2.)[assistant]|so 2");
  }

  @Test
  void faithfulness_masksTheQuestion() throws InterruptedException {
    ReadingStudent student = new ReadingStudent();

    of(student, ResponseElsewhere.faithfulness(), ROW);

    assertThat(student.texts).containsExactly("[user][…][assistant]|so 2");
  }

  private static double[] of(PassStudent student, PassMeasure measure, Evidence... rows)
      throws InterruptedException {
    return new FurtherPasses(List.of(rows)).of(List.of(measure), student).get(measure);
  }
}
