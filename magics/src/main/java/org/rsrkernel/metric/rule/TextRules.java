package org.rsrkernel.metric.rule;

import java.util.Locale;
import java.util.regex.Pattern;
import org.rsrkernel.metric.evidence.Evidence;
import org.rsrkernel.metric.pass.AnswerAfterParts;
import org.rsrkernel.trajectory.Sentences;

/** Measures of a response's text alone. */
public final class TextRules {

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern VERIFYING =
      Pattern.compile("\\b(?:check|checks|checking|verify|verifies|verifying|double-check)\\b");
  private static final Pattern EXPLORING =
      Pattern.compile("\\b(?:perhaps|might|maybe|alternatively|could|what if)\\b");
  private static final Pattern CONNECTING =
      Pattern.compile("\\b(?:therefore|since|thus|hence|because|so|consequently)\\b");

  private static final double LENGTH_WEIGHT = 0.3;
  private static final double VERIFYING_WEIGHT = 0.2;
  private static final double EXPLORING_WEIGHT = 0.25;
  private static final double CONNECTING_WEIGHT = 0.25;

  /** Words at which a response counts as elaborate to a half; our choice. */
  private static final double HALF_LENGTH = 500;

  /** Words between two signs at which they count to a half; our choice. */
  private static final double HALF_DISTANCE = 100;

  private TextRules() {}

  /**
   * Length, self-verification, exploration and connecting words, weighted .3, .2, .25 and .25, each
   * brought into [0, 1): n / (n + 500) for n words; 100 f / (1 + 100 f) for a share f of signs
   * among the words. The weights are LIMO's; how it brings its counts to a scale is not published,
   * so ours is a stand-in.
   *
   * @return in [0, 1); NaN for an empty response
   * @see <a href="https://arxiv.org/abs/2502.03387">LIMO, arXiv 2502.03387</a>
   */
  public static double quality(Evidence row) {
    String text = row.response().toLowerCase(Locale.ROOT);
    double words = count(WORD, text);
    return words == 0
        ? Double.NaN
        : LENGTH_WEIGHT * words / (words + HALF_LENGTH)
            + VERIFYING_WEIGHT * density(VERIFYING, text, words)
            + EXPLORING_WEIGHT * density(EXPLORING, text, words)
            + CONNECTING_WEIGHT * density(CONNECTING, text, words);
  }

  private static double density(Pattern sign, String text, double words) {
    double signs = count(sign, text) * HALF_DISTANCE / words;
    return signs / (1 + signs);
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().count();
  }

  /**
   * Share of the response's first 20, 40, 60 and 80 % that say the gold answer already, so that
   * they cannot guide to it.
   *
   * @return NaN without a gold answer
   */
  public static double spoiledShare(Evidence row) {
    String response = row.response();
    return row.goldAnswer().isEmpty() || response.isBlank()
        ? Double.NaN
        : AnswerAfterParts.GUIDING_SHARES.stream()
            .mapToDouble(share -> row.isAnsweredIn(Sentences.first(response, share)) ? 1 : 0)
            .average()
            .orElseThrow();
  }
}
