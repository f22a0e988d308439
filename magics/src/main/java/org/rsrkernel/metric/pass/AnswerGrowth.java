package org.rsrkernel.metric.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.rsrkernel.student.RenderedText;

/**
 * How the student's belief in the gold answer grows with the response: ln p(answer | question,
 * first steps), after no step, after each, after all. Steps are sentences; of more than {@value
 * #MOST_STEPS}, neighbours are taken together.
 *
 * @see <a href="https://arxiv.org/abs/2510.22255">PACR, arXiv 2510.22255</a>
 */
public final class AnswerGrowth implements PassMeasure {

  /** Bounds the cost of a long response. */
  public static final int MOST_STEPS = 16;

  private static final double LIKELY = 0.5;

  private final ToDoubleFunction<double[]> summary;

  private AnswerGrowth(ToDoubleFunction<double[]> summary) {
    this.summary = summary;
  }

  /** Mean over steps of the growth in nats. */
  public static PassMeasure mean() {
    return new AnswerGrowth(curve -> (curve[curve.length - 1] - curve[0]) / (curve.length - 1));
  }

  /** Share of the steps after which the answer is likelier than before. */
  public static PassMeasure risingShare() {
    return new AnswerGrowth(
        curve -> {
          double rising = 0;
          for (int i = 1; i < curve.length; i++) {
            rising += curve[i] > curve[i - 1] ? 1 : 0;
          }
          return rising / (curve.length - 1);
        });
  }

  /** Share of the steps after which the answer has a probability of a half; 1 if it never has. */
  public static PassMeasure sufficientShare() {
    return new AnswerGrowth(
        curve -> {
          for (int i = 0; i < curve.length; i++) {
            if (curve[i] >= Math.log(LIKELY)) {
              return (double) i / (curve.length - 1);
            }
          }
          return 1;
        });
  }

  @Override
  public List<RenderedText> texts(Subject subject) {
    if (!subject.hasAnswer() || subject.sentenceEnds().isEmpty()) {
      return List.of();
    }
    List<Integer> ends = subject.sentenceEnds();
    int steps = Math.min(MOST_STEPS, ends.size());
    List<RenderedText> texts = new ArrayList<>();
    texts.add(subject.answerAfter(""));
    for (int step = 1; step <= steps; step++) {
      int sentences = Math.round((float) step * ends.size() / steps);
      texts.add(subject.answerAfter(subject.response().substring(0, ends.get(sentences - 1))));
    }
    return texts;
  }

  @Override
  public double of(Subject subject, List<Pass> passes) {
    return summary.applyAsDouble(passes.stream().mapToDouble(Pass::logProbability).toArray());
  }
}
