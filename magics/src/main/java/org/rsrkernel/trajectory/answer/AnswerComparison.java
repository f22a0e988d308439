package org.rsrkernel.trajectory.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Whether a response arrives at the gold answer. Numbers are compared by exact value, choices by
 * letter, other texts by their letters; what cannot be decided stays open.
 */
public final class AnswerComparison {

  private static final Pattern CHOICE = Pattern.compile("[a-j]");
  private static final Pattern NOT_TEXT = Pattern.compile("[\\s$*\\\\{}()\\[\\].,:;!?\"'`]+");
  private static final Pattern TEXT_COMMAND = Pattern.compile("\\\\(?:text|mathrm|textbf|mathbf)");

  private AnswerComparison() {}

  /**
   * A decision.
   *
   * @param correct empty if it stays open
   * @param answer the response's final answer; empty if no rule finds one
   */
  public record Decision(Optional<Boolean> correct, Optional<FinalAnswer> answer) {}

  /**
   * Compares a response with the gold answer.
   *
   * @param gold the answer itself, or a worked solution that marks it with {@code ####} or {@code
   *     \boxed{}}
   */
  public static Decision compare(String gold, String response) {
    String wanted = goldAnswer(gold);
    Optional<FinalAnswer> found = FinalAnswer.of(response);
    Optional<BigFraction> number = Expression.valueOf(wanted);
    Optional<Boolean> correct =
        found.flatMap(
            answer ->
                number.isPresent() ? sameNumber(number.get(), answer) : sameText(wanted, answer));
    return new Decision(correct, found);
  }

  private static String goldAnswer(String gold) {
    return FinalAnswer.of(gold)
        .filter(answer -> answer.rule() == AnswerRule.BOXED || answer.rule() == AnswerRule.HASHES)
        .map(FinalAnswer::text)
        .orElse(gold.strip());
  }

  /** "4 apples" is 4; text without any number leaves the question open. */
  private static Optional<Boolean> sameNumber(BigFraction wanted, FinalAnswer answer) {
    return Expression.valueOf(answer.text())
        .or(() -> answer.firstNumber().flatMap(Expression::valueOf))
        .map(wanted::equals);
  }

  /** Different words may mean the same, different letters of a choice cannot. */
  private static Optional<Boolean> sameText(String wanted, FinalAnswer answer) {
    if (answer.rule() == AnswerRule.LAST_NUMBER) {
      return Optional.empty();
    }
    String a = letters(wanted);
    String b = letters(answer.text());
    if (a.equals(b)) {
      return Optional.of(true);
    }
    return CHOICE.matcher(a).matches() && CHOICE.matcher(b).matches()
        ? Optional.of(false)
        : Optional.empty();
  }

  private static String letters(String text) {
    String words = TEXT_COMMAND.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return NOT_TEXT.matcher(words).replaceAll(" ").strip();
  }
}
