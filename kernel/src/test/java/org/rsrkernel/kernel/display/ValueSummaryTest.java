package org.rsrkernel.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueSummaryTest {

  enum Split {
    TRAIN
  }

  record Run(String id, int[] ranks) {
    @Override
    public String id() {
      throw new AssertionError("a summary runs no code of a cell");
    }
  }

  static Stream<Arguments> values() {
    Map<String, Integer> map = new LinkedHashMap<>(Map.of("a", 1));
    return Stream.of(
        Arguments.of(3, "3"),
        Arguments.of('c', "c"),
        Arguments.of(true, "true"),
        Arguments.of("text", "\"text\""),
        Arguments.of("x".repeat(200), "\"" + "x".repeat(80) + "…\" (200 characters)"),
        Arguments.of(Split.TRAIN, "TRAIN"),
        Arguments.of(LocalDate.of(2026, 1, 2), "2026-01-02"),
        Arguments.of(new double[] {1, 2}, "[1.0, 2.0]"),
        Arguments.of(List.of("a", 1), "[\"a\", 1]"),
        Arguments.of(Collections.nCopies(9, 0), "[0, 0, 0, 0, 0, …] (9 elements)"),
        Arguments.of(map, "{\"a\"=1}"),
        Arguments.of(new Run("r", new int[] {1}), "Run[id=\"r\", ranks=[1]]"),
        Arguments.of(List.of(new Object()), "[Object]"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void value_isToldInAFewWords(Object value, String summary) {
    assertThat(ValueSummary.of(value)).contains(summary);
  }

  @Test
  void valueOfAnyOtherClass_isNotAsked() {
    assertThat(ValueSummary.of(Thread.currentThread())).isEmpty();
    assertThat(ValueSummary.of(new Object())).isEmpty();
  }

  @Test
  void collectionThatHoldsItself_ends() {
    List<Object> self = new ArrayList<>();
    self.add(self);
    assertThat(ValueSummary.of(self)).contains("[[[[…]]]]");
  }
}
