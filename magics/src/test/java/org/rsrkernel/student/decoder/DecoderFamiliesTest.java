package org.rsrkernel.student.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
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
   * releases too. Tolerance: two independent roundings are √2 times as far apart as each is from
   * the exact figures, on average.
   */
  @ParameterizedTest
  @MethodSource("students")
  void halfPrecision_isAsCloseToTransformersAsItsRoundingAllows(String name)
      throws InterruptedException {
    TinyStudentFiles files = TinyStudentFiles.of(name);
    for (Dtype dtype : List.of(Dtype.BFLOAT16, Dtype.FLOAT16)) {
      try (Student student = Student.open(files, TinyBatches.onCpu(dtype))) {
        JsonNode sequences = files.expected().get("sequences");
        int longest = sequences.size() - 1;
        RowScores scores = student.forward(TinyBatches.alone(sequences.get(longest)));
        JsonNode half = files.expected().get(dtype.label()).get(longest).get("surprisals");
        JsonNode full = files.expected().get("float32").get(longest).get("surprisals");
        double off = 0;
        double rounding = 0;
        for (int row = 0; row < half.size(); row++) {
          off += Math.abs(scores.surprisal()[row] - half.get(row).doubleValue());
          rounding += Math.abs(half.get(row).doubleValue() - full.get(row).doubleValue());
        }
        assertThat(off).as(dtype.label()).isLessThan(Math.sqrt(2) * rounding);
      }
    }
  }

  static List<String> students() {
    return TinyStudentFiles.all();
  }

  private static void assertClose(float value, JsonNode expected, String where) {
    assertThat(value).as(where).isCloseTo(expected.floatValue(), within(2e-4f));
  }
}
