package org.rsrkernel.view.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

  @ParameterizedTest
  @CsvSource({
    "3.2220449, 3.222",
    "3, 3.000",
    "0.012341, 0.01234",
    "99.996, 100.0",
    "999.96, 1000",
    "12345.6, 12346",
    "0, 0",
    "-0.5, -0.5000",
    "0.00001234, 1.234e-05",
    "NaN, –",
    "Infinity, ∞"
  })
  void number_hasFourSignificantDigits(double value, String shown) {
    assertThat(Shown.number(value)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"3.5, 3.5", "200, 200", "1000, 1000", "0.25, 0.25"})
  void tick_dropsZerosAtTheEnd(double value, String shown) {
    assertThat(Shown.tick(value)).isEqualTo(shown);
  }
}
