package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Equal to SciPy and NumPy; correlations.json is made by correlation_golden.py. */
class CorrelationMethodTest {

  static Stream<Arguments> cases() throws IOException {
    try (InputStream json = CorrelationMethodTest.class.getResourceAsStream("correlations.json")) {
      JsonNode cases = new ObjectMapper().readTree(json).get("cases");
      return StreamSupport.stream(cases.spliterator(), false)
          .map(each -> Arguments.of(each.get("name").asText(), each));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void coefficients_equalSciPys(String name, JsonNode golden) {
    double[] x = numbers(golden.get("x"));
    double[] y = numbers(golden.get("y"));
    for (CorrelationMethod method : CorrelationMethod.values()) {
      double expected = golden.get(method.name().toLowerCase(Locale.ROOT)).asDouble();
      assertThat(method.of(x, y)).as(method.label()).isCloseTo(expected, within(1e-12));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void percentiles_equalNumPys(String name, JsonNode golden) {
    double[] x = numbers(golden.get("x"));
    double[] expected = numbers(golden.get("percentiles_of_x"));
    double[] percents = {2.5, 50, 97.5};
    for (int i = 0; i < percents.length; i++) {
      assertThat(Quantiles.percentile(x, percents[i]))
          .isCloseTo(expected[i], within(1e-12 * Math.max(1, Math.abs(expected[i]))));
    }
  }

  @ParameterizedTest
  @EnumSource(CorrelationMethod.class)
  void equalValues_haveNoCoefficient(CorrelationMethod method) {
    assertThat(method.of(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isNaN();
    assertThat(method.of(new double[] {1}, new double[] {2})).isNaN();
    assertThat(method.of(new double[] {}, new double[] {})).isNaN();
  }

  @Test
  void listsOfDifferentLength_areRefused() {
    assertThatThrownBy(() -> CorrelationMethod.PEARSON.of(new double[] {1, 2}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 values against 1");
  }

  @Test
  void percentile_leavesOutWhatIsNoNumber() {
    assertThat(Quantiles.percentile(new double[] {Double.NaN, 3, 1}, 50)).isEqualTo(2);
    assertThat(Quantiles.percentile(new double[] {Double.NaN}, 50)).isNaN();
  }

  private static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
