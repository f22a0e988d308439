package org.rsrkernel.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** Rows of every layout become the same columns. */
class LayoutsTest {

  @TempDir private Path folder;

  private TrajectoryFiles files;

  @BeforeEach
  void useFolder() {
    files = new TrajectoryFiles(folder);
  }

  @Test
  void messages_becomeTheKnownColumns() {
    Table table = TrajectoryFiles.load(files.write("a.jsonl", TrajectoryFiles.ROW));

    assertThat(table.columnNames())
        .containsExactly(
            "id", "teacher", "question", "response", "messages", "answer", "correct", "steps");
    assertThat(row(table, 0))
        .containsExactly(
            "p1",
            "terse",
            "2+2?",
            "4",
            "[{\"role\": \"user\", \"content\": \"2+2?\"}, {\"role\": \"assistant\", \"content\":"
                + " \"4\"}]",
            "4",
            "true",
            "1");
    assertThat(table.column("correct").type()).isEqualTo(ColumnType.BOOLEAN);
    assertThat(table.column("steps").type()).isEqualTo(ColumnType.LONG);
  }

  @Test
  void shareGpt_isReadWithoutTouchingItsText() {
    Table table =
        TrajectoryFiles.load(
            files.write(
                "s.jsonl",
                """
                {"system": "Be brief.", "conversations": [{"from": "human", "value": "2+2?"},{"from": "gpt", "value": "4"}]}
                """));

    assertThat(table.stringColumn("messages").get(0)).startsWith("[{\"from\": \"human\"");
    assertThat(Trajectories.of(table).get(0).messages())
        .containsExactly(
            Message.of("system", "Be brief."),
            Message.of("user", "2+2?"),
            Message.of("assistant", "4"));
  }

  @Test
  void promptAndResponse_goByManyNames() {
    for (String response : List.of("response", "completion", "output", "solution")) {
      Table table =
          TrajectoryFiles.load(
              files.write(
                  response + ".jsonl",
                  "{\"prompt\": \"2+2?\", \"%s\": \"4\"}".formatted(response)));

      assertThat(table.stringColumn("question").get(0)).isEqualTo("2+2?");
      assertThat(table.stringColumn("response").get(0)).isEqualTo("4");
      assertThat(table.stringColumn("teacher").get(0)).isEqualTo(response);
    }
  }

  @Test
  void instructionAndInput_areJoined() {
    Table table =
        TrajectoryFiles.load(
            files.write(
                "alpaca.json",
                """
                [
                  {"instruction": "Add.", "input": "2 and 2", "output": "4"},
                  {"instruction": "Say hello.", "input": "", "output": "Hello."}
                ]
                """));

    assertThat(table.stringColumn("question").asList())
        .containsExactly("Add.\n2 and 2", "Say hello.");
    assertThat(table.stringColumn("response").asList()).containsExactly("4", "Hello.");
  }

  @Test
  void contentInParts_isJoinedAndImagesAreNoted() {
    Table table =
        TrajectoryFiles.load(
            files.write(
                "a.jsonl",
                """
                {"messages": [{"role": "user", "content": [{"type": "image", "url": "cat.png"}, {"type": "text", "text": "What is it?"}]}, {"role": "assistant", "reasoning_content": "Whiskers.", "content": "A cat."}]}
                """));

    assertThat(table.stringColumn("question").get(0)).isEqualTo("What is it?");
    assertThat(table.stringColumn("reasoning").get(0)).isEqualTo("Whiskers.");
    assertThat(table.stringColumn("content_note").get(0))
        .isEqualTo("holds images, video or sound: the student reads the text alone");
  }

  @Test
  void rowsWithoutTrajectories_nameTheirFields() {
    Path file = files.write("a.jsonl", "{\"name\": \"x\", \"size\": 3}");

    assertThatThrownBy(() -> TrajectoryFiles.load(file))
        .hasMessage(
            "No usable rows in %s. First: %s:1: no messages, conversations, prompt and response, instruction and output, or text; fields: [name, size]."
                .formatted(file, file));
  }

  private static List<String> row(Table table, int row) {
    return table.columns().stream().map(column -> column.getUnformattedString(row)).toList();
  }
}
