package org.rsrkernel.metric.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rsrkernel.student.RenderedText;

/** How likely the gold answer is after parts of a response, the student's own or a stranger's. */
public final class AnswerAfterParts {

  /** The parts of a response, from its beginning, that may guide a student. */
  public static final List<Double> GUIDING_SHARES = List.of(0.2, 0.4, 0.6, 0.8);

  private static final double HALF = 0.5;

  private AnswerAfterParts() {}

  /**
   * What the whole response adds: ln p(answer | question, response) - ln p(answer | question).
   *
   * @see <a href="https://arxiv.org/abs/2601.13992">COMPACT, arXiv 2601.13992</a>
   */
  public static PassMeasure adaptability() {
    return difference(
        subject -> List.of(subject.answerAfter(""), subject.answerAfter(subject.response())));
  }

  /**
   * What is left of the way to the answer when another problem's trace is spliced in: ln p(answer |
   * question, half the response, half a stranger's) - ln p(answer | question, half the response).
   *
   * @see <a href="https://arxiv.org/abs/2510.06410">arXiv 2510.06410</a>
   */
  public static PassMeasure recoverability() {
    return difference(
        subject -> {
          String half = subject.sharedPart(HALF);
          Optional<String> strangers = subject.strangersPart(HALF);
          return strangers.isEmpty()
              ? List.of()
              : List.of(
                  subject.answerAfter(half),
                  subject.answerAfter(half.stripTrailing() + "\n\n" + strangers.get()));
        });
  }

  /**
   * What 20, 40, 60 and 80 % of the response add to ln p(answer | question), on average; parts that
   * say the answer are left out.
   *
   * @see <a href="https://arxiv.org/abs/2510.06410">arXiv 2510.06410</a>
   */
  public static PassMeasure guidability() {
    return new PassMeasure() {
      @Override
      public List<RenderedText> texts(Subject subject) {
        List<RenderedText> texts = new ArrayList<>();
        if (subject.hasAnswer()) {
          List<String> parts =
              GUIDING_SHARES.stream()
                  .map(subject::sharedPart)
                  .filter(part -> !subject.evidence().isAnsweredIn(part))
                  .toList();
          parts.forEach(part -> texts.add(subject.answerAfter(part)));
          if (!parts.isEmpty()) {
            texts.add(subject.answerAfter(""));
          }
        }
        return texts;
      }

      @Override
      public double of(Subject subject, List<Pass> passes) {
        int parts = passes.size() - 1;
        double guided =
            passes.subList(0, parts).stream()
                .mapToDouble(Pass::logProbability)
                .average()
                .orElse(Double.NaN);
        return guided - passes.get(parts).logProbability();
      }
    };
  }

  /**
   * A second student's ln p(answer | question, half the response).
   *
   * @see <a href="https://arxiv.org/abs/2602.08489">RLTR, arXiv 2602.08489</a>
   */
  public static PassMeasure transfer() {
    return new PassMeasure() {
      @Override
      public List<RenderedText> texts(Subject subject) {
        return subject.hasAnswer()
            ? List.of(subject.answerAfter(subject.sharedPart(HALF)))
            : List.of();
      }

      @Override
      public double of(Subject subject, List<Pass> passes) {
        return passes.get(0).logProbability();
      }

      @Override
      public boolean asksSecondStudent() {
        return true;
      }
    };
  }

  /** The answer in two places. */
  private interface Places {
    List<RenderedText> of(Subject subject);
  }

  /** ln p in the second place - ln p in the first. */
  private static PassMeasure difference(Places places) {
    return new PassMeasure() {
      @Override
      public List<RenderedText> texts(Subject subject) {
        return subject.hasAnswer() ? places.of(subject) : List.of();
      }

      @Override
      public double of(Subject subject, List<Pass> passes) {
        return passes.get(1).logProbability() - passes.get(0).logProbability();
      }
    };
  }
}
