package org.rsrkernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentOptions;
import org.rsrkernel.student.TinyTextStudent;
import org.rsrkernel.student.folder.FolderStudentFiles;
import org.rsrkernel.trajectory.LoadRequest;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.Trajectories;
import org.rsrkernel.trajectory.Trajectory;

/** Scoring with a tiny student that reads single characters. */
class ScorerTest {

  /** Float32 sums in another order. */
  private static final double TOLERANCE = 2e-4;

  private static final int WHOLE = 100_000;

  @TempDir private Path folder;

  @ParameterizedTest(name = "batches of {0} tokens, {1} threads, devices {2}, seed {3}")
  @CsvSource({
    "1, 1, cpu, 0",
    "300, 1, cpu, 1",
    "2048, 2, cpu, 2",
    "100000, 2, cpu, 3",
    "700, 1, 'cpu,cpu', 4",
  })
  void scores_areTheSameHoweverTheyAreComputed(
      int batchTokens, int threads, String devices, int seed) throws Exception {
    List<Trajectory> trajectories = demo(30);
    List<ScoredTrajectory> expected = score(trajectories, 4096, options(1, "cpu"));
    List<Integer> order = new ArrayList<>(IntStream.range(0, 30).boxed().toList());
    Collections.shuffle(order, new Random(seed));

    List<ScoredTrajectory> shuffled =
        score(
            order.stream().map(trajectories::get).toList(), batchTokens, options(threads, devices));

    for (int place = 0; place < order.size(); place++) {
      assertSame(shuffled.get(place), expected.get(order.get(place)));
    }
  }

  @Test
  void plan_countsTokensAndLogitsBeforeTheRun() throws Exception {
    List<ScoringProgress> reports = new ArrayList<>();
    try (Student student = open("llama", options(1, "cpu"))) {
      new Scorer(student, new MemoryScoreStore(), new ScoringOptions(2048, WHOLE), reports::add)
          .score(List.of(trajectory("How many?", "Two."), trajectory("How many?", "Three of us.")));
    }

    PlannedWork work = reports.get(0).work();
    assertThat(reports.get(0).tokensComputed()).isZero();
    assertThat(work.tokensIn()).isEqualTo(9 + 4 + 9 + 12);
    assertThat(work.tokensComputed()).isEqualTo(10 + 2 + 10); // the last is not
    assertThat(work.logitsComputed()).isEqualTo(1 + 3 + 11); // both begin with T
  }

  @Test
  void logitsThatAreNoNumbers_areReportedForTheirRowAlone() throws Exception {
    Path broken = TinyTextStudent.writeUnfitFor('q', "llama", folder.resolve("unfit"));
    try (Student student = Student.open(FolderStudentFiles.open(broken), options(1, "cpu"))) {
      List<ScoredTrajectory> outcomes =
          score(
              student,
              List.of(
                  trajectory("Why?", "No reason."),
                  trajectory("Why?", "A quick one."),
                  trajectory("Why not?", "It is so.")));

      assertThat(outcomes.get(0).status()).isEqualTo("ok");
      assertThat(outcomes.get(1).status())
          .startsWith("error: the student's logits are not finite at token ");
      assertThat(outcomes.get(2).status()).isEqualTo("ok");
    }
  }

  @Test
  void rowThatTheStudentCannotTake_failsAlone() throws Exception {
    try (Student student = open("gpt2", options(1, "cpu"))) {
      int context = student.card().contextLength();
      List<ScoredTrajectory> outcomes =
          score(
              student,
              List.of(
                  trajectory("Why?", "No reason."),
                  trajectory("Why?", "So ".repeat(context)),
                  trajectory("Why not?", "It is so.")));

      assertThat(outcomes.get(0).status()).isEqualTo("ok");
      assertThat(outcomes.get(1).status()).startsWith("error: this student has learned");
      assertThat(outcomes.get(2).status()).isEqualTo("ok");
    }
  }

  @Test
  void interruptedRun_keepsWhatIsDoneAndGoesOnFromThere() throws Exception {
    MemoryScoreStore store = new MemoryScoreStore();
    List<Trajectory> trajectories = demo(20);
    ScoringOptions oneByOne = new ScoringOptions(1, WHOLE);
    try (Student student = open("llama", options(1, "cpu"))) {
      Scorer interrupted =
          new Scorer(
              student,
              store,
              oneByOne,
              progress -> {
                if (progress.done() == 7) {
                  Thread.currentThread().interrupt();
                }
              });
      assertThatThrownBy(() -> interrupted.score(trajectories))
          .isInstanceOf(InterruptedException.class);
      AtomicInteger before = new AtomicInteger();
      List<ScoredTrajectory> outcomes =
          new Scorer(student, store, oneByOne, progress -> before.set(progress.cached()))
              .score(trajectories);

      assertThat(before).hasValue(7);
      List<ScoredTrajectory> undisturbed = score(student, trajectories);
      for (int row = 0; row < trajectories.size(); row++) {
        assertSame(outcomes.get(row), undisturbed.get(row));
      }
    }
  }

  @Test
  void readingOutcomesAsTheyCome_findsThemInTheInputsOrder() throws Exception {
    MemoryScoreStore store = new MemoryScoreStore();
    List<Trajectory> trajectories = demo(12);
    ScoringOptions options = new ScoringOptions(400, WHOLE);
    try (Student student = open("llama", options(1, "cpu"))) {
      Scorer scorer = new Scorer(student, store, options, progress -> {});
      List<ScoredTrajectory> some = scorer.score(trajectories.subList(3, 6));
      List<String> read =
          scorer.score(
              trajectories,
              (index, outcome) -> index + ": " + outcome.scores().orElseThrow().size());

      assertThat(read).hasSize(12).startsWith("0: " + sizeOfResponse(trajectories.get(0)));
      assertThat(read.get(4)).isEqualTo("4: " + some.get(1).scores().orElseThrow().size());
      assertThat(read.get(11)).isEqualTo("11: " + sizeOfResponse(trajectories.get(11)));
    }
  }

  @Test
  void interruptWhileKeptScoresAreRead_stopsThere() throws Exception {
    MemoryScoreStore store = new MemoryScoreStore();
    List<Trajectory> trajectories = demo(12);
    ScoringOptions options = new ScoringOptions(400, WHOLE);
    AtomicInteger read = new AtomicInteger();
    try (Student student = open("llama", options(1, "cpu"))) {
      Scorer scorer = new Scorer(student, store, options, progress -> {});
      scorer.score(trajectories);

      assertThatThrownBy(
              () ->
                  scorer.score(
                      trajectories,
                      (index, outcome) -> {
                        Thread.currentThread().interrupt(); // the store tells on this thread
                        return read.incrementAndGet();
                      }))
          .isInstanceOf(InterruptedException.class);
    }
    assertThat(read).hasValue(1);
  }

  @Test
  void longTrace_isScoredWhole() throws Exception {
    try (Student student = open("llama", options(2, "cpu"))) {
      List<ScoredTrajectory> outcomes =
          score(student, List.of(trajectory("Go on.", "and so on, ".repeat(2979))));

      assertThat(outcomes.get(0).status()).isEqualTo("ok");
      assertThat(outcomes.get(0).scores().orElseThrow().size()).isEqualTo(32_769);
    }
  }

  private static void assertSame(ScoredTrajectory actual, ScoredTrajectory expected) {
    TokenScores mine = actual.scores().orElseThrow();
    TokenScores theirs = expected.scores().orElseThrow();
    assertThat(mine.size()).isEqualTo(theirs.size());
    int equalRanks = 0;
    for (int k = 0; k < mine.size(); k++) {
      equalRanks += mine.rank(k) == theirs.rank(k) ? 1 : 0;
      assertThat((double) mine.surprisal(k)).isCloseTo(theirs.surprisal(k), within(TOLERANCE));
    }
    assertThat(equalRanks).isGreaterThanOrEqualTo((int) (0.9995 * mine.size()));
  }

  private List<ScoredTrajectory> score(
      List<Trajectory> trajectories, int batchTokens, StudentOptions options) throws Exception {
    try (Student student = open("llama", options)) {
      return new Scorer(
              student,
              new MemoryScoreStore(),
              new ScoringOptions(batchTokens, WHOLE),
              progress -> {})
          .score(trajectories);
    }
  }

  private static List<ScoredTrajectory> score(Student student, List<Trajectory> trajectories)
      throws InterruptedException {
    ScoringOptions options = new ScoringOptions(2048, WHOLE);
    return new Scorer(student, new MemoryScoreStore(), options, progress -> {}).score(trajectories);
  }

  private Student open(String name, StudentOptions options) throws IOException {
    return Student.open(
        FolderStudentFiles.open(TinyTextStudent.write(name, folder.resolve(name))), options);
  }

  private static StudentOptions options(int threads, String devices) {
    return StudentOptions.defaults().withDevices(Device.parseAll(devices)).withThreads(threads);
  }

  private static List<Trajectory> demo(int rows) {
    return Trajectories.of(Trajectories.load(LoadRequest.of("demo").withLimit(rows)).table());
  }

  /** The student reads characters. */
  private static int sizeOfResponse(Trajectory trajectory) {
    return trajectory.messages().get(trajectory.messages().size() - 1).text().length();
  }

  private static Trajectory trajectory(String question, String response) {
    return new Trajectory(
        0,
        "own",
        "own",
        List.of(Message.of("user", question), Message.of("assistant", response)),
        List.of());
  }
}
