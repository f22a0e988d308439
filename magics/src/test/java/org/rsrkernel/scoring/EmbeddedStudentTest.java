package org.rsrkernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rsrkernel.student.Dtype;
import org.rsrkernel.student.LikelyToken;
import org.rsrkernel.student.RenderedConversation;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentOptions;
import org.rsrkernel.student.hub.DownloadProgress;
import org.rsrkernel.student.library.StudentLibrary;
import org.rsrkernel.trajectory.LoadRequest;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.Trajectories;
import org.rsrkernel.trajectory.Trajectory;

/**
 * The embedded student on some demo trajectories, against transformers. The expected figures are
 * made by {@code src/test/python/embedded_reference.py}; the student's file is put in its place by
 * {@code ./install}, without which these tests fail and say so.
 */
class EmbeddedStudentTest {

  private static final ScoringOptions OPTIONS = new ScoringOptions(2048, 8192);

  private static Student student;
  private static List<JsonNode> expected;
  private static List<Trajectory> trajectories;

  @BeforeAll
  static void openStudent() throws Exception {
    student =
        Student.open(
            StudentLibrary.ofUser().find(StudentLibrary.EMBEDDED, DownloadProgress.SILENT).files(),
            StudentOptions.defaults().withDtype(Dtype.FLOAT32));
    expected = expectedScores();
    List<Trajectory> demo = Trajectories.of(Trajectories.load(LoadRequest.of("demo")).table());
    trajectories =
        expected.stream()
            .map(
                row ->
                    demo.stream()
                        .filter(t -> t.id().equals(row.get("id").asText()))
                        .filter(t -> t.teacher().equals(row.get("teacher").asText()))
                        .findFirst()
                        .orElseThrow())
            .toList();
  }

  @AfterAll
  static void closeStudent() {
    student.close();
  }

  @Test
  void ranksAndSurprisals_equalTransformers() throws InterruptedException {
    List<TokenScores> scores = score(trajectories, new MemoryScoreStore());

    TransformersScores.assertMet(scores, expected, expected);
  }

  @Test
  void trajectoryAlone_hasTheScoresItHasBehindASharedPrompt() throws InterruptedException {
    List<TokenScores> together = score(trajectories, new MemoryScoreStore());
    List<TokenScores> alone = score(trajectories.subList(2, 3), new MemoryScoreStore());

    assertThat(alone.get(0).size()).isEqualTo(together.get(2).size());
    for (int k = 0; k < alone.get(0).size(); k++) {
      assertThat((double) alone.get(0).surprisal(k))
          .isCloseTo(together.get(2).surprisal(k), within(TransformersScores.TOLERANCE));
    }
  }

  @Test
  void likelierTokens_areAsManyAsTheRankSays() throws InterruptedException {
    Trajectory trajectory = trajectories.get(0);
    TokenScores scores = score(List.of(trajectory), new MemoryScoreStore()).get(0);
    RenderedConversation conversation =
        student.tokenize(student.renderText(trajectory.messages(), trajectory.tools()));
    LikelierTokens likelier = new LikelierTokens();

    List<List<LikelyToken>> found = likelier.of(student, conversation, scores, 5);

    assertThat(found).hasSize(scores.size());
    for (int k = 0; k < scores.size(); k++) {
      assertThat(found.get(k)).as("token %d", k).hasSize(Math.min(5, scores.rank(k) - 1));
      assertThat(found.get(k))
          .extracting(LikelyToken::probability)
          .isSortedAccordingTo(Comparator.reverseOrder())
          .allMatch(atLeast(Math.exp(-scores.surprisal(k)) - 1e-6));
    }
    assertThat(likelier.of(student, conversation, scores, 5)).isSameAs(found);
  }

  private static Predicate<Double> atLeast(double least) {
    return value -> value >= least;
  }

  @Test
  void scoredBefore_isNotComputedAgain() throws InterruptedException {
    MemoryScoreStore store = new MemoryScoreStore();
    score(trajectories.subList(0, 2), store);
    AtomicLong computed = new AtomicLong();
    new Scorer(student, store, OPTIONS, progress -> computed.set(progress.work().tokensComputed()))
        .score(trajectories.subList(0, 2));

    assertThat(computed).hasValue(0);
  }

  @Test
  void oneTrajectoryChanged_aloneIsComputedAgain() throws InterruptedException {
    MemoryScoreStore store = new MemoryScoreStore();
    score(trajectories.subList(0, 2), store);
    List<Trajectory> edited = new ArrayList<>(trajectories.subList(0, 2));
    edited.set(1, trajectory("What is 2 + 2?", "It is 4."));
    AtomicLong cached = new AtomicLong();
    new Scorer(student, store, OPTIONS, progress -> cached.set(progress.cached())).score(edited);

    assertThat(cached).hasValue(1);
  }

  @Test
  void rowsThatFail_keepAStatusAndStopNothing() throws InterruptedException {
    List<ScoredTrajectory> outcomes =
        new Scorer(student, new MemoryScoreStore(), OPTIONS, progress -> {})
            .score(
                List.of(
                    new Trajectory(
                        0, "question only", "t", List.of(Message.of("user", "Why?")), List.of()),
                    new Trajectory(
                        1, "broken", "t", List.of(new Message(Map.of("role", "user"))), List.of()),
                    trajectory("What is 2 + 2?", "It is 4.")));

    assertThat(outcomes.get(0).status()).isEqualTo("no_response");
    assertThat(outcomes.get(1).status()).startsWith("error: ");
    assertThat(outcomes.get(2).status()).isEqualTo("ok");
  }

  @Test
  void longerThanTheLimit_isCutAndMarked() throws InterruptedException {
    ScoredTrajectory cut =
        new Scorer(student, new MemoryScoreStore(), new ScoringOptions(2048, 90), progress -> {})
            .score(trajectories.subList(0, 1))
            .get(0);
    TokenScores whole = score(trajectories.subList(0, 1), new MemoryScoreStore()).get(0);

    assertThat(cut.status()).isEqualTo("truncated");
    TokenScores scores = cut.scores().orElseThrow();
    assertThat(scores.sequenceLength()).isEqualTo(90);
    for (int k = 0; k < scores.size(); k++) {
      assertThat((double) scores.surprisal(k))
          .isCloseTo(whole.surprisal(k), within(TransformersScores.TOLERANCE));
    }
  }

  private static List<TokenScores> score(List<Trajectory> given, ScoreStore store)
      throws InterruptedException {
    return new Scorer(student, store, OPTIONS, progress -> {})
        .score(given).stream().map(outcome -> outcome.scores().orElseThrow()).toList();
  }

  private static Trajectory trajectory(String question, String response) {
    return new Trajectory(
        0,
        "own",
        "own",
        List.of(Message.of("user", question), Message.of("assistant", response)),
        List.of());
  }

  private static List<JsonNode> expectedScores() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                EmbeddedStudentTest.class.getResourceAsStream("embedded-reference.jsonl"),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(json.readTree(line));
      }
    }
    return rows;
  }
}
