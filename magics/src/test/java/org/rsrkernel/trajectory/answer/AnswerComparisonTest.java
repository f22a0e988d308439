package org.rsrkernel.trajectory.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gold answers against responses. */
class AnswerComparisonTest {

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          18                    | So she makes $18 a day.
          18                    | 9 * 2 = 18. The answer is 18.
          18                    | **Answer:** $18.00
          1,234.5               | The total is \\boxed{1234.50}
          1/2                   | The answer is 0.5
          0.5                   | \\boxed{\\frac{1}{2}}
          0.5                   | \\boxed{\\dfrac12}
          3/2                   | \\boxed{1 1/2}
          -7                    | The answer is $-7$.
          50%                   | The answer is 1/2.
          1024                  | \\boxed{2^{10}}
          12                    | \\boxed{3 \\cdot (1 + 3)}
          4                     | The final answer is 4 apples.
          work #### 72          | Altogether she sold 72.
          \\boxed{x} so 5, \\boxed{5} | #### 5
          B                     | The answer is (B).
          Paris                 | The answer is **Paris**.
          \\text{east}          | \\boxed{East}
          """)
  void sameAnswer_isRight(String gold, String response) {
    assertThat(AnswerComparison.compare(gold, response).correct()).contains(true);
  }

  @ParameterizedTest(name = "{0} is not {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          18  | The answer is 17. (Not 18.)
          18  | First 18, then 4
          1/3 | The answer is 0.333
          B   | The answer is C.
          """)
  void otherAnswer_isWrong(String gold, String response) {
    assertThat(AnswerComparison.compare(gold, response).correct()).contains(false);
  }

  @ParameterizedTest(name = "{0} or {1}?")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Paris | It has 2 million people.
          Paris | The answer is the capital of France.
          18    | I do not know.
          18    | \\boxed{x
          """)
  void undecidableAnswer_staysOpen(String gold, String response) {
    assertThat(AnswerComparison.compare(gold, response).correct()).isEmpty();
  }

  @Test
  void rule_isTheFirstThatFindsAnAnswer() {
    assertThat(FinalAnswer.of("The answer is 3. \\boxed{4} and 5"))
        .contains(new FinalAnswer("4", AnswerRule.BOXED));
    assertThat(FinalAnswer.of("The answer is 3. Then 5"))
        .contains(new FinalAnswer("3", AnswerRule.STATED));
    assertThat(FinalAnswer.of("3 then 5 of 2.5"))
        .contains(new FinalAnswer("2.5", AnswerRule.LAST_NUMBER));
    assertThat(FinalAnswer.of("none")).isEmpty();
  }

  @Test
  void hugePower_isNoExpression() {
    assertThat(Expression.valueOf("9^9^9")).isEqualTo(Optional.empty());
    assertThat(Expression.valueOf("(".repeat(150))).isEmpty();
    assertThat(Expression.valueOf("1/0")).isEmpty();
  }
}
