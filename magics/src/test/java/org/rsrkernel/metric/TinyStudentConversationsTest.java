package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rsrkernel.scoring.MemoryScoreStore;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.Scorer;
import org.rsrkernel.scoring.ScoringOptions;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.scoring.TransformersScores;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.Dtype;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentFiles;
import org.rsrkernel.student.StudentOptions;
import org.rsrkernel.student.TinyStudentFiles;
import org.rsrkernel.student.TinyTextStudent;
import org.rsrkernel.student.hub.DownloadProgress;
import org.rsrkernel.student.library.StudentLibrary;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.Trajectory;

/**
 * The whole way of a conversation, from a student's folder by template, tokens, ranks and
 * surprisals to its RSR, under every family and rotary scaling, against transformers; expectations
 * by {@code src/test/python/tiny_student_conversations.py}.
 */
class TinyStudentConversationsTest {

  private static List<JsonNode> conversations;
  private static JsonNode ofStudents;

  @TempDir Path folder;

  @BeforeAll
  static void readExpectations() throws IOException {
    try (InputStream file =
        TinyStudentConversationsTest.class.getResourceAsStream("tiny-conversations.json")) {
      JsonNode expectations = new JsonMapper().readTree(file);
      conversations = elements(expectations.get("conversations"));
      ofStudents = expectations.get("students");
    }
  }

  @ParameterizedTest
  @MethodSource("students")
  void scoresAndRsr_equalTransformers(String name) throws Exception {
    List<JsonNode> expected = elements(ofStudents.get(name));

    List<TokenScores> scores = scoreConversations(name);

    TransformersScores.assertMet(scores, conversations, expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(Rsr.ofTrajectory(scores.get(i), Rsr.RANK_CLIP))
          .as("RSR of '%s'", conversations.get(i).get("name").asText())
          .isCloseTo(expected.get(i).get("rsr").asDouble(), withinPercentage(0.1));
    }
  }

  static List<String> students() {
    return TinyStudentFiles.all();
  }

  private List<TokenScores> scoreConversations(String name) throws Exception {
    String reference = TinyTextStudent.writeWithTrainedTokenizer(name, folder).toString();
    StudentFiles files = StudentLibrary.ofUser().find(reference, DownloadProgress.SILENT).files();
    StudentOptions inFloat32 =
        StudentOptions.defaults().withDevice(Device.CPU).withDtype(Dtype.FLOAT32);
    try (Student student = Student.open(files, inFloat32)) {
      return new Scorer(
              student, new MemoryScoreStore(), new ScoringOptions(2048, 8192), progress -> {})
          .score(trajectories()).stream()
              .map(ScoredTrajectory::scores)
              .map(scores -> scores.orElseThrow())
              .toList();
    }
  }

  private static List<Trajectory> trajectories() {
    List<Trajectory> trajectories = new ArrayList<>();
    for (JsonNode conversation : conversations) {
      List<Message> messages =
          elements(conversation.get("messages")).stream()
              .map(m -> Message.of(m.get("role").asText(), m.get("content").asText()))
              .toList();
      String id = conversation.get("name").asText();
      trajectories.add(new Trajectory(trajectories.size(), id, "fixture", messages, List.of()));
    }
    return trajectories;
  }

  private static List<JsonNode> elements(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements;
  }
}
