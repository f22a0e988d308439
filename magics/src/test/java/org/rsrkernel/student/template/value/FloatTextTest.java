package org.rsrkernel.student.template.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatTextTest {

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "0.1, 0.1",
    "-0.0, -0.0",
    "100.0, 100.0",
    "1e15, 1000000000000000.0",
    "1e16, 1e+16",
    "1.5e-5, 1.5e-05",
    "0.0001, 0.0001",
    "2e-3, 0.002",
    "2e23, 2e+23",
    "5e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "5.684341886080802e-14, 5.684341886080802e-14",
    "NaN, nan",
    "-Infinity, -inf"
  })
  void number_isWrittenAsInPython(double number, String text) {
    assertThat(FloatText.of(number)).isEqualTo(text);
  }

  @Test
  void anyNumber_readsBackFromNoMoreDigitsThanJavaNeeds() {
    long seed = 20261123;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        continue;
      }
      String text = FloatText.of(number);
      assertThat(Double.parseDouble(text)).as("seed %d, case %d", seed, i).isEqualTo(number);
      assertThat(digits(text))
          .as("seed %d, case %d: %s", seed, i, text)
          .isLessThanOrEqualTo(digits(Double.toString(number)));
    }
  }

  private static int digits(String number) {
    return number
        .replaceFirst("[eE].*", "")
        .replaceAll("[-.]", "")
        .replaceFirst("^0+", "")
        .replaceFirst("0+$", "")
        .length();
  }
}
