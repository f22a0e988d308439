package org.rsrkernel.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The columns of a table of trajectories, and the way back to the messages. */
class TrajectoryTableTest {

  @TempDir private Path folder;

  private TrajectoryFiles files;

  @BeforeEach
  void useFolder() {
    files = new TrajectoryFiles(folder);
  }

  @Test
  void id_isMadeFromTheQuestion() {
    Table table =
        TrajectoryFiles.load(
            files.write(
                "a.jsonl",
                """
                {"prompt": "How  many?", "response": "4"}
                {"prompt": "How many?", "response": "five"}
                {"prompt": "Why?", "response": "because"}
                """));

    List<String> ids = table.stringColumn("id").asList();
    assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2)).hasSize(16);
  }

  @Test
  void fieldNames_thatTablesTakeForTheSameStayApart() {
    Table table =
        TrajectoryFiles.load(
            files.write(
                "a.jsonl",
                "{\"\": 1, \" \": 2, \"LEVEL\": 3, \"level\": 4, \"prompt\": \"q\", \"output\": \"r\"}"));

    assertThat(table.columnNames().subList(5, 9))
        .containsExactly("unnamed", "unnamed 2", "LEVEL", "level 2");
  }

  @Test
  void goldAnswers_fillCorrect() {
    LoadedTrajectories loaded =
        Trajectories.load(
            LoadRequest.of(
                files
                    .write(
                        "a.jsonl",
                        """
                        {"prompt": "2+2?", "response": "It is \\\\boxed{4}.", "answer": 4}
                        {"prompt": "2+2?", "response": "The answer is 5.", "answer": 4}
                        {"prompt": "2+2?", "response": "Hard to say.", "answer": 4}
                        {"prompt": "2+2?", "response": "5", "answer": 4, "correct": true}
                        """)
                    .toString()));

    assertThat(loaded.table().booleanColumn("correct").asList())
        .containsExactly(true, false, null, true);
    assertThat(loaded.report().notes())
        .containsExactly(
            "correct was filled from the gold answers: 1 right, 1 wrong (1 by the last \\boxed{}, 1"
                + " by the last \"answer is\" or \"answer:\"); 1 left open");
  }

  @Test
  void teacherColumn_isTheOneAskedFor() {
    Path file =
        files.write("a.jsonl", "{\"prompt\": \"q\", \"response\": \"r\", \"source\": \"big\"}");

    assertThat(teachers(LoadRequest.of(file.toString()).withTeacher("source")))
        .containsExactly("big");
    assertThat(teachers(LoadRequest.of(file.toString()).withTeacher("file"))).containsExactly("a");
    assertThatThrownBy(() -> teachers(LoadRequest.of(file.toString()).withTeacher("sources")))
        .hasMessage("No column \"sources\" for the teacher. Did you mean source?");
  }

  @Test
  void teacherOfAFolder_isTheNearestOrOneFurtherUp() throws IOException {
    Path seed = Files.createDirectories(folder.resolve("big-70b/seed1"));
    Files.writeString(seed.resolve("out.jsonl"), "{\"prompt\": \"q\", \"response\": \"r\"}");
    LoadRequest request = LoadRequest.of(folder.toString());

    assertThat(teachers(request.withTeacher("folder"))).containsExactly("seed1");
    assertThat(teachers(request.withTeacher("folder:2"))).containsExactly("big-70b");
    assertThat(Trajectories.load(request.withTeacher("folder:2")).report().toString())
        .contains("teacher  from the name of folder 2 above the file: 1 rows");
  }

  @Test
  void blankTeacher_isNone() {
    Path file =
        files.write("a.jsonl", "{\"prompt\": \"q\", \"response\": \"r\", \"teacher\": \" \"}");

    assertThat(teachers(LoadRequest.of(file.toString()))).containsExactly("a");
  }

  @Test
  void teacherColumn_isMissedBeforeTheRowsAreRead() {
    Path file = files.write("a.csv", "prompt,response,source\nq,r,big\nbroken\n");

    assertThatThrownBy(
            () -> teachers(LoadRequest.of(file.toString()).withTeacher("sources").strictly()))
        .hasMessage("No column \"sources\" for the teacher. Did you mean source?");
  }

  @Test
  void tableVariable_isReadLikeAFile() {
    Table own =
        Table.create(
            "mine",
            StringColumn.create("Prompt", "2+2?", "3+3?"),
            StringColumn.create("completion", "4", "6"),
            IntColumn.create("level", 1, 2));

    Table table = Trajectories.fromTable(own, Optional.empty()).table();

    assertThat(table.columnNames())
        .containsExactly("id", "teacher", "question", "response", "messages", "level");
    assertThat(table.stringColumn("teacher").asList()).containsExactly("mine", "mine");
    assertThat(Trajectories.of(table).get(1).messages())
        .containsExactly(Message.of("user", "3+3?"), Message.of("assistant", "6"));
  }

  @Test
  void filteredTable_givesItsMessagesBack() {
    Table table =
        TrajectoryFiles.load(
            files.write(
                "a.jsonl",
                TrajectoryFiles.ROW
                    + TrajectoryFiles.ROW.replace("p1", "p2").replace("\"4\"", "\"four\"")));

    List<Trajectory> some = Trajectories.of(table.where(table.stringColumn("id").isEqualTo("p2")));

    assertThat(some).hasSize(1);
    assertThat(some.get(0).id()).isEqualTo("p2");
    assertThat(some.get(0).messages()).contains(Message.of("assistant", "four"));
  }

  private static List<String> teachers(LoadRequest request) {
    return Trajectories.load(request).table().stringColumn("teacher").asList();
  }
}
