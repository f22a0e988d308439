package org.rsrkernel.student.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rsrkernel.student.Dtype;
import org.rsrkernel.student.RowScores;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.TinyStudentFiles;

/**
 * Every family and rotary scaling against transformers; expectations by {@code
 * src/test/python/make_tiny_students.py}.
 */
class DecoderFamiliesTest {

  @ParameterizedTest
  @MethodSource("students")
  void float32_equalsTransformers(String name) throws InterruptedException {
    TinyStudentFiles files = TinyStudentFiles.of(name);
    try (Student student = Student.open(files, TinyBatches.onCpu(Dtype.FLOAT32))) {
      JsonNode sequences = files.expected().get("sequences");
      for (int i = 0; i < sequences.size(); i++) {
        RowScores scores = student.forward(TinyBatches.alone(sequences.get(i)));
        JsonNode expected = files.expected().get("float32").get(i);
        for (int row = 0; row < scores.rank().length; row++) {
          String where = "sequence %d, row %d".formatted(i, row);
          assertThat(scores.rank()[row])
              .as(where)
              .isEqualTo(expected.get("ranks").get(row).intValue());
          assertClose(scores.surprisal()[row], expected.get("surprisals").get(row), where);
          assertClose(scores.entropy()[row], expected.get("entropies").get(row), where);
          assertClose(scores.squareSum()[row], expected.get("squareSums").get(row), where);
        }
      }
    }
  }

  /**
   * In half precision every order of operations rounds otherwise, that of transformers' own
   * releases too. Tolerances for the mean distance from transformers in the same type, of 399
   * tokens: surprisals 0.06 nats in bfloat16 and 0.01 in float16, ranks (of 320) 1 and 0.2 places;
   * and neither more than √2 times what the type moves transformers' own figures away from float32,
   * since two independent roundings are that much further apart than each is from the exact
   * figures.
   */
  @ParameterizedTest
  @MethodSource("studentsAndHalfTypes")
  void halfPrecision_isAsCloseToTransformersAsItsRoundingAllows(
      String name, Dtype dtype, double surprisalTolerance, double rankTolerance)
      throws InterruptedException {
    TinyStudentFiles files = TinyStudentFiles.of(name);
    int longest = files.expected().get("sequences").size() - 1;
    JsonNode half = files.expected().get(dtype.label()).get(longest);
    JsonNode full = files.expected().get("float32").get(longest);
    RowScores scores;
    try (Student student = Student.open(files, TinyBatches.onCpu(dtype))) {
      scores = student.forward(TinyBatches.alone(files.expected().get("sequences").get(longest)));
    }

    double surprisalRounding =
        meanDistance(half.get("surprisals"), row -> full.get("surprisals").get(row).asDouble());
    assertThat(meanDistance(half.get("surprisals"), row -> scores.surprisal()[row]))
        .as("surprisals")
        .isLessThan(Math.min(surprisalTolerance, Math.sqrt(2) * surprisalRounding));
    double rankRounding =
        meanDistance(half.get("ranks"), row -> full.get("ranks").get(row).asInt());
    assertThat(meanDistance(half.get("ranks"), row -> scores.rank()[row]))
        .as("ranks")
        .isLessThan(Math.min(rankTolerance, Math.sqrt(2) * rankRounding));
  }

  static Stream<Arguments> studentsAndHalfTypes() {
    return students().stream()
        .flatMap(
            name ->
                Stream.of(
                    Arguments.of(name, Dtype.BFLOAT16, 0.06, 1.0),
                    Arguments.of(name, Dtype.FLOAT16, 0.01, 0.2)));
  }

  private static double meanDistance(JsonNode expected, IntToDoubleFunction values) {
    return IntStream.range(0, expected.size())
        .mapToDouble(row -> Math.abs(values.applyAsDouble(row) - expected.get(row).doubleValue()))
        .average()
        .orElseThrow();
  }

  static List<String> students() {
    return TinyStudentFiles.all();
  }

  private static void assertClose(float value, JsonNode expected, String where) {
    assertThat(value).as(where).isCloseTo(expected.floatValue(), within(2e-4f));
  }
}
