package org.rsrkernel.student.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rsrkernel.student.Dtype;
import org.rsrkernel.student.PackedBatch;
import org.rsrkernel.student.PackedBatch.Segment;
import org.rsrkernel.student.RowScores;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.TinyStudentFiles;

/** A sequence scores the same alone and in any company. */
class PackedPassTest {

  private static final int VOCABULARY = 320;

  /** Full attention, a window, a window in one of two layers, caps, learned positions. */
  @ParameterizedTest
  @ValueSource(strings = {"llama", "mistral", "gemma2", "gemma3", "gpt2"})
  void sequences_behindSharedPrefixesScoreAsAlone(String name) throws InterruptedException {
    // a system prompt, a question below it, two answers below that; another question; one token
    List<Segment> segments =
        List.of(
            new Segment(-1, 0, 20),
            new Segment(0, 20, 30),
            new Segment(1, 50, 40),
            new Segment(1, 90, 530),
            new Segment(0, 620, 79),
            new Segment(-1, 699, 1));
    int[] ids = randomIds(3, 700);
    int[] targets = randomIds(5, 700);
    try (Student student = open(name)) {
      RowScores packed = student.forward(TinyBatches.packed(ids, segments, targets));
      for (int i = 0; i < segments.size(); i++) {
        int[] path = TinyBatches.path(segments, i);
        RowScores alone =
            student.forward(
                TinyBatches.packed(
                    IntStream.of(path).map(row -> ids[row]).toArray(),
                    List.of(new Segment(-1, 0, path.length)),
                    IntStream.of(path).map(row -> targets[row]).toArray()));
        for (int place = 0; place < path.length; place++) {
          String where = "segment %d, place %d".formatted(i, place);
          assertThat(packed.rank()[path[place]]).as(where).isEqualTo(alone.rank()[place]);
          assertThat(packed.surprisal()[path[place]])
              .as(where)
              .isCloseTo(alone.surprisal()[place], within(1e-4f));
        }
      }
    }
  }

  @Test
  void sequencesThatTurnByTheirLength_scoreAsAloneBesideOthers() throws InterruptedException {
    List<Segment> segments = List.of(new Segment(-1, 0, 30), new Segment(-1, 30, 200));
    int[] ids = randomIds(3, 230);
    try (Student student = open("llama-dynamic")) {
      RowScores packed = student.forward(TinyBatches.packed(ids, segments, ids));
      int[] own = IntStream.range(30, 230).map(row -> ids[row]).toArray();
      RowScores alone =
          student.forward(TinyBatches.packed(own, List.of(new Segment(-1, 0, 200)), own));

      for (int place = 0; place < 200; place++) {
        assertThat(packed.surprisal()[30 + place])
            .isCloseTo(alone.surprisal()[place], within(1e-4f));
      }
    }
  }

  /** Norms of heads, learned positions, two attentions of one width, biases. */
  @ParameterizedTest
  @ValueSource(strings = {"llama", "qwen3", "gpt2", "gpt-neox", "olmo2", "llama-dynamic"})
  void longSequence_scoresInLanesAsByOneThread(String name) throws InterruptedException {
    int[] ids = randomIds(3, 1000);
    PackedBatch batch = TinyBatches.packed(ids, List.of(new Segment(-1, 0, 1000)), ids);
    RowScores byOne;
    try (Student student = open(name, 1)) {
      byOne = student.forward(batch);
    }
    try (Student student = open(name, 3)) {
      RowScores inLanes = student.forward(batch);

      for (int row = 0; row < 1000; row++) {
        assertThat(inLanes.rank()[row]).as("row %d", row).isEqualTo(byOne.rank()[row]);
        assertThat(inLanes.surprisal()[row]).isCloseTo(byOne.surprisal()[row], within(1e-4f));
      }
    }
  }

  @Test
  void interruptedLanes_stopAndStudentStaysUsable() throws InterruptedException {
    int[] ids = randomIds(3, 1000);
    PackedBatch batch = TinyBatches.packed(ids, List.of(new Segment(-1, 0, 1000)), ids);
    try (Student student = open("llama", 2)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> student.forward(batch)).isInstanceOf(InterruptedException.class);

      assertThat(student.forward(batch).rank()).hasSize(1000);
    }
  }

  @Test
  void interruptedThread_stopsAndStudentStaysUsable() throws InterruptedException {
    int[] ids = randomIds(3, 30);
    PackedBatch batch = TinyBatches.packed(ids, List.of(new Segment(-1, 0, 30)), ids);
    try (Student student = open("llama")) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> student.forward(batch)).isInstanceOf(InterruptedException.class);

      assertThat(student.forward(batch).rank()).hasSize(30);
    }
  }

  @Test
  void tokenBeyondVocabulary_isRefused() {
    PackedBatch batch =
        TinyBatches.packed(new int[] {VOCABULARY}, List.of(new Segment(-1, 0, 1)), new int[] {0});
    try (Student student = open("llama")) {
      assertThatThrownBy(() -> student.forward(batch))
          .isInstanceOf(StudentException.class)
          .hasMessage(
              "token 320 is outside the student's vocabulary of 320: tokenizer and weights do not"
                  + " belong together");
    }
  }

  @Test
  void sequenceLongerThanLearnedPositions_isRefused() {
    int[] ids = randomIds(3, 1025);
    PackedBatch batch = TinyBatches.packed(ids, List.of(new Segment(-1, 0, 1025)), ids);
    try (Student student = open("gpt2")) {
      assertThatThrownBy(() -> student.forward(batch))
          .isInstanceOf(StudentException.class)
          .hasMessage("this student has learned 1024 positions; a sequence of 1025 needs more");
    }
  }

  @Test
  void segmentsThatLeaveTokensOut_areRefused() {
    int[] ids = randomIds(3, 10);
    PackedBatch batch =
        new PackedBatch(
            ids, new int[10], List.of(new Segment(-1, 0, 9)), new int[] {0}, new int[] {0});
    try (Student student = open("llama")) {
      assertThatThrownBy(() -> student.forward(batch))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("segments cover 9 of a batch's 10 tokens");
    }
  }

  private static Student open(String name) {
    return open(name, 1);
  }

  private static Student open(String name, int threads) {
    return Student.open(
        TinyStudentFiles.of(name), TinyBatches.onCpu(Dtype.FLOAT32).withThreads(threads));
  }

  private static int[] randomIds(int seed, int count) {
    return new SplittableRandom(seed).ints(count, 0, VOCABULARY).toArray();
  }
}
