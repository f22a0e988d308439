package org.rsrkernel.student.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.Dtype;
import org.rsrkernel.student.PackedBatch;
import org.rsrkernel.student.PackedBatch.Segment;
import org.rsrkernel.student.RowScores;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.StudentOptions;
import org.rsrkernel.student.TinyStudentFiles;

/** A sequence scores the same alone and in any company. */
@TestInstance(Lifecycle.PER_CLASS)
class PackedPassTest {

  private static final int VOCABULARY = 320;

  private Student student;

  @BeforeAll
  void open() {
    student =
        Student.open(
            TinyStudentFiles.of("llama"),
            StudentOptions.defaults()
                .withDevice(Device.CPU)
                .withDtype(Dtype.FLOAT32)
                .withThreads(1));
  }

  @AfterAll
  void close() {
    student.close();
  }

  @Test
  void sequences_behindSharedPrefixesScoreAsAlone() throws InterruptedException {
    // system prompt 0..20, question 20..50 below it, two answers below that; another question
    int[] ids = ids(700);
    List<Segment> segments =
        List.of(
            new Segment(-1, 0, 20),
            new Segment(0, 20, 30),
            new Segment(1, 50, 40),
            new Segment(1, 90, 530),
            new Segment(0, 620, 79),
            new Segment(-1, 699, 1));
    PackedBatch batch = scoringEverything(ids, segments);
    RowScores packed = student.forward(batch);

    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      int[] path = path(segments, i);
      int before = path.length - segment.length();
      PackedBatch alone =
          scoringEverything(
              IntStream.of(path).map(row -> ids[row]).toArray(),
              List.of(new Segment(-1, 0, path.length)),
              IntStream.of(path).map(row -> batch.targetIds()[row]).toArray());
      RowScores expected = student.forward(alone);
      for (int row = 0; row < segment.length(); row++) {
        assertThat(packed.surprisal()[segment.start() + row])
            .as("segment %d, row %d", i, row)
            .isCloseTo(expected.surprisal()[before + row], within(1e-4f));
        assertThat(packed.rank()[segment.start() + row]).isEqualTo(expected.rank()[before + row]);
      }
    }
  }

  @Test
  void interruptedThread_stopsAndStudentStaysUsable() throws InterruptedException {
    PackedBatch batch = scoringEverything(ids(30), List.of(new Segment(-1, 0, 30)));

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> student.forward(batch)).isInstanceOf(InterruptedException.class);

    assertThat(student.forward(batch).rank()).hasSize(30);
  }

  @Test
  void tokenBeyondVocabulary_isRefused() {
    PackedBatch batch =
        new PackedBatch(
            new int[] {VOCABULARY},
            new int[] {0},
            List.of(new Segment(-1, 0, 1)),
            new int[] {0},
            new int[] {0});

    assertThatThrownBy(() -> student.forward(batch))
        .isInstanceOf(StudentException.class)
        .hasMessage(
            "token 320 is outside the student's vocabulary of 320: tokenizer and weights do not"
                + " belong together");
  }

  private static int[] path(List<Segment> segments, int index) {
    Segment segment = segments.get(index);
    IntStream own = IntStream.range(segment.start(), segment.start() + segment.length());
    return segment.parent() < 0
        ? own.toArray()
        : IntStream.concat(IntStream.of(path(segments, segment.parent())), own).toArray();
  }

  private static PackedBatch scoringEverything(int[] ids, List<Segment> segments) {
    return scoringEverything(
        ids, segments, new SplittableRandom(5).ints(ids.length, 0, VOCABULARY).toArray());
  }

  private static PackedBatch scoringEverything(int[] ids, List<Segment> segments, int[] targets) {
    int[] positions = new int[ids.length];
    for (int i = 0; i < segments.size(); i++) {
      int[] path = path(segments, i);
      for (int p = 0; p < path.length; p++) {
        positions[path[p]] = p;
      }
    }
    return new PackedBatch(
        ids, positions, segments, IntStream.range(0, ids.length).toArray(), targets);
  }

  private static int[] ids(int count) {
    return new SplittableRandom(3).ints(count, 0, VOCABULARY).toArray();
  }
}
