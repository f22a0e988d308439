package org.rsrkernel.metric.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rsrkernel.metric.evidence.Evidence;
import org.rsrkernel.metric.evidence.EvidenceOf;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.student.CharSpan;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.trajectory.Message;

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

  /** A student to whom a span has a surprisal of 1000 nats less a nat for each character before. */
  private static final class ReadingStudent implements PassStudent {
    private final List<String> texts = new ArrayList<>();

    @Override
    public RenderedText render(List<Message> messages, List<Map<String, Object>> tools) {
      StringBuilder text = new StringBuilder();
      List<CharSpan> responses = new ArrayList<>();
      for (Message message : messages) {
        text.append('[').append(message.role()).append(']');
        int start = text.length();
        text.append(message.text());
        if (message.role().equals("assistant")) {
          responses.add(new CharSpan(start, text.length()));
        }
      }
      return new RenderedText(text.toString(), responses);
    }

    @Override
    public List<ScoredTrajectory> score(List<RenderedText> asked) {
      List<ScoredTrajectory> outcomes = new ArrayList<>();
      for (RenderedText text : asked) {
        int start = text.responses().get(0).start();
        texts.add(text.text().substring(0, start) + "|" + text.text().substring(start));
        outcomes.add(
            new ScoredTrajectory(
                "ok", Optional.of(new ScoreKey("k")), Optional.of(oneToken(1000 - start))));
      }
      return outcomes;
    }

    private static TokenScores oneToken(float surprisal) {
      float[] one = {1};
      return new TokenScores(
          new int[2], new int[] {1}, new int[] {1}, new float[] {surprisal}, one, one);
    }
  }
}
