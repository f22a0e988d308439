package org.rsrkernel.student.template.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TextSearchTest {

  @Test
  void anyPattern_isFoundWhereJavaFindsIt() {
    long seed = 4711;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 5_000; i++) {
      String text = letters(random, random.nextInt(400));
      String pattern = letters(random, 1 + random.nextInt(random.nextBoolean() ? 4 : 80));
      if (random.nextBoolean() && text.length() > pattern.length()) {
        int at = random.nextInt(text.length() - pattern.length());
        pattern = text.substring(at, at + pattern.length());
      }
      int from = random.nextInt(text.length() + 1);
      Budget budget = new Budget();

      assertThat(TextSearch.indexOf(text, pattern, from, budget))
          .as("seed %d, case %d: '%s' in '%s' from %d", seed, i, pattern, text, from)
          .isEqualTo(text.indexOf(pattern, from));
      assertThat(TextSearch.lastIndexOf(text, pattern, text.length(), budget))
          .as("seed %d, case %d: last '%s' in '%s'", seed, i, pattern, text)
          .isEqualTo(text.lastIndexOf(pattern));
    }
  }

  @Test
  void search_isPaidFor() {
    Budget budget = new Budget();
    String text = "a".repeat(1_000_000);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                TextSearch.indexOf(text, "b", 0, budget);
              }
            })
        .isInstanceOf(PythonError.class)
        .hasMessage("it takes too many steps");
  }

  /** Two letters, so that patterns nearly match often. */
  private static String letters(SplittableRandom random, int length) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      letters.append(random.nextInt(8) == 0 ? 'b' : 'a');
    }
    return letters.toString();
  }
}
