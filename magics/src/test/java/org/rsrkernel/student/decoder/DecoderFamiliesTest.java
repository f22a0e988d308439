package org.rsrkernel.student.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.Dtype;
import org.rsrkernel.student.PackedBatch;
import org.rsrkernel.student.PackedBatch.Segment;
import org.rsrkernel.student.RowScores;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentOptions;
import org.rsrkernel.student.TinyStudentFiles;

/** Every family against transformers; expectations by src/test/python/make_tiny_students.py. */
class DecoderFamiliesTest {

  @ParameterizedTest
  @ValueSource(strings = {"llama", "llama-tied-bias", "llama3"})
  void float32_equalsTransformers(String name) throws InterruptedException {
    TinyStudentFiles files = TinyStudentFiles.of(name);
    StudentOptions options =
        StudentOptions.defaults().withDevice(Device.CPU).withDtype(Dtype.FLOAT32).withThreads(1);
    try (Student student = Student.open(files, options)) {
      JsonNode sequences = files.expected().get("sequences");
      for (int i = 0; i < sequences.size(); i++) {
        RowScores scores = student.forward(alone(sequences.get(i)));
        JsonNode expected = files.expected().get("float32").get(i);
        for (int row = 0; row < scores.rank().length; row++) {
          assertThat(scores.surprisal()[row])
              .as("surprisal of sequence %d, row %d", i, row)
              .isCloseTo(expected.get("surprisals").get(row).floatValue(), within(2e-4f));
          assertThat(scores.rank()[row])
              .as("rank of sequence %d, row %d", i, row)
              .isEqualTo(expected.get("ranks").get(row).intValue());
          assertThat(scores.entropy()[row])
              .isCloseTo(expected.get("entropies").get(row).floatValue(), within(2e-4f));
          assertThat(scores.squareSum()[row])
              .isCloseTo(expected.get("squareSums").get(row).floatValue(), within(2e-4f));
        }
      }
    }
  }

  private static PackedBatch alone(JsonNode ids) {
    int n = ids.size() - 1;
    int[] tokenIds = new int[n];
    int[] positions = new int[n];
    int[] targets = new int[n];
    for (int i = 0; i < n; i++) {
      tokenIds[i] = ids.get(i).intValue();
      positions[i] = i;
      targets[i] = ids.get(i + 1).intValue();
    }
    List<Segment> segments = new ArrayList<>();
    segments.add(new Segment(-1, 0, n));
    return new PackedBatch(tokenIds, positions, segments, positions, targets);
  }
}
