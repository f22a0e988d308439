package org.rsrkernel.metric.pass;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.student.CharSpan;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.trajectory.Sentences;

/** How surprising the response is in another place: without its question, or behind another. */
public final class ResponseElsewhere {

  /** Sentences that a sentence sees before it; the paper does not state its own number. */
  public static final int LOCAL_SENTENCES = 4;

  private static final int MOST_MASKS = 4;
  private static final String MASK = "[…]";

  private ResponseElsewhere() {}

  /**
   * exp(mean surprisal behind the prompt) / exp(mean surprisal of the bare response).
   *
   * @see <a href="https://arxiv.org/abs/2402.00530">Superfiltering, arXiv 2402.00530</a>
   */
  public static PassMeasure instructionDifficulty() {
    return new PassMeasure() {
      @Override
      public List<RenderedText> texts(Subject subject) {
        String bare = subject.response();
        return List.of(new RenderedText(bare, List.of(new CharSpan(0, bare.length()))));
      }

      @Override
      public double of(Subject subject, List<Pass> passes) {
        return Math.exp(average(subject) - passes.get(0).averageSurprisal());
      }
    };
  }

  /**
   * Mean surprisal when a sentence sees only the last {@value #LOCAL_SENTENCES} before it; the
   * first ones see the prompt too, from which nothing is cut yet.
   *
   * @see <a href="https://arxiv.org/abs/2510.03988">arXiv 2510.03988</a>
   */
  public static PassMeasure localSurprisal() {
    return new PassMeasure() {
      @Override
      public List<RenderedText> texts(Subject subject) {
        List<Integer> ends = subject.sentenceEnds();
        if (ends.isEmpty()) {
          return List.of();
        }
        List<RenderedText> texts = new ArrayList<>();
        int first = Math.min(LOCAL_SENTENCES, ends.size());
        texts.add(scored(subject.prompt(), subject.response().substring(0, ends.get(first - 1))));
        for (int i = first; i < ends.size(); i++) {
          int from = i == LOCAL_SENTENCES ? 0 : ends.get(i - LOCAL_SENTENCES - 1);
          int start = ends.get(i - 1);
          texts.add(
              scored(
                  subject.response().substring(from, start),
                  subject.response().substring(start, ends.get(i))));
        }
        return texts;
      }

      @Override
      public double of(Subject subject, List<Pass> passes) {
        return passes.stream().mapToDouble(Pass::surprisal).sum()
            / passes.stream().mapToInt(Pass::tokens).sum();
      }
    };
  }

  /**
   * Mean over response tokens of ln p(token | answer told) - ln p(token): how far the reasoning
   * leans on the gold answer.
   *
   * @see <a href="https://arxiv.org/abs/2305.01879">SCOTT, arXiv 2305.01879</a>
   */
  public static PassMeasure groundedness() {
    return new PassMeasure() {
      @Override
      public List<RenderedText> texts(Subject subject) {
        return subject.hasAnswer() && !subject.question().isBlank()
            ? List.of(subject.withQuestion(told(subject)))
            : List.of();
      }

      @Override
      public double of(Subject subject, List<Pass> passes) {
        return average(subject) - passes.get(0).averageSurprisal();
      }
    };
  }

  private static String told(Subject subject) {
    return "%s\n\n(%s %s.)"
        .formatted(subject.question(), Subject.ANSWER_CUE, subject.evidence().goldAnswer());
  }

  /**
   * How much more surprising the response is when a sentence of the question is masked, on average
   * over its sentences, neighbours of more than {@value #MOST_MASKS} masked together.
   *
   * @see <a href="https://arxiv.org/abs/2407.00219">arXiv 2407.00219</a>
   */
  public static PassMeasure faithfulness() {
    return new PassMeasure() {
      @Override
      public List<RenderedText> texts(Subject subject) {
        return masked(subject.question()).stream().map(subject::withQuestion).toList();
      }

      @Override
      public double of(Subject subject, List<Pass> passes) {
        return passes.stream().mapToDouble(Pass::averageSurprisal).average().orElseThrow()
            - average(subject);
      }
    };
  }

  /** The question with each of its sentences masked in turn. */
  private static List<String> masked(String question) {
    List<Integer> ends = Sentences.ends(question);
    int masks = Math.min(MOST_MASKS, ends.size());
    List<String> masked = new ArrayList<>();
    int start = 0;
    for (int mask = 1; mask <= masks; mask++) {
      int end = ends.get(Math.round((float) mask * ends.size() / masks) - 1);
      masked.add((question.substring(0, start) + MASK + question.substring(end)).strip());
      start = end;
    }
    return masked;
  }

  private static RenderedText scored(String before, String text) {
    String whole = before + text;
    return new RenderedText(whole, List.of(new CharSpan(before.length(), whole.length())));
  }

  /** Mean surprisal of the trajectory as it was scored. */
  private static double average(Subject subject) {
    TokenScores scores = subject.evidence().scores().orElseThrow();
    return Pass.of(scores).averageSurprisal();
  }
}
