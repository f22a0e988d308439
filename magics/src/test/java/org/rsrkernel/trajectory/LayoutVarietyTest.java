package org.rsrkernel.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

/** Rows as logs, exports and training tools name their fields, roles and files. */
class LayoutVarietyTest {

  private static final String ROW = "{\"prompt\": \"2+2?\", \"response\": \"4\"}\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "human, gpt",
    "user, model",
    "User, Assistant",
    "human, ai",
    "user, bot",
  })
  void roles_goByManyNames(String asks, String answers) throws IOException {
    Table table =
        load(
            write(
                "a.jsonl",
                """
                {"messages": [{"role": "%s", "content": "2+2?"}, {"role": "%s", "content": "4"}]}
                """
                    .formatted(asks, answers)));

    assertThat(table.stringColumn("question").asList()).containsExactly("2+2?");
    assertThat(Trajectories.of(table).get(0).messages())
        .containsExactly(Message.of("user", "2+2?"), Message.of("assistant", "4"));
  }

  @Test
  void bothFormsOfMessages_liveInOneParquetFile() throws IOException {
    Path rows =
        write(
            "a.jsonl",
            """
            {"messages": [{"role": "user", "content": "2+2?"}, {"role": "assistant", "content": "4"}]}
            {"conversations": [{"from": "human", "value": "3+3?"}, {"from": "gpt", "value": "6"}]}
            """);
    Path parquet = folder.resolve("a.parquet");
    TrajectoryWriter.write(load(rows), parquet);

    assertThat(load(parquet).stringColumn("question").asList()).containsExactly("2+2?", "3+3?");
    assertThat(load(parquet).stringColumn("response").asList()).containsExactly("4", "6");
    assertThat(Trajectories.of(load(parquet)).get(1).messages())
        .containsExactly(Message.of("user", "3+3?"), Message.of("assistant", "6"));
  }

  @Test
  void messageWithoutARole_isKept() throws IOException {
    Table table =
        load(
            write(
                "a.jsonl",
                """
                {"messages": [{"role": null, "content": "?"}, {"role": "assistant", "content": "4"}]}
                """));

    assertThat(table.stringColumn("response").asList()).containsExactly("4");
  }

  @Test
  void messages_areFoundUnderAnyName() throws IOException {
    Table table =
        load(
            write(
                "agent.jsonl",
                """
                {"run": 7, "trajectory": [{"role": "user", "content": "2+2?"}, {"role": "assistant", "content": "4"}]}
                """));

    assertThat(table.stringColumn("response").asList()).containsExactly("4");
    assertThat(table.columnNames()).contains("run").doesNotContain("trajectory");
  }

  @Test
  void severalCallsInOneTurn_areToolCalls() throws IOException {
    Table table =
        load(
            write(
                "a.jsonl",
                """
                {"conversations": [{"from": "human", "value": "Add."}, {"from": "function_call", "value": "[{\\"name\\": \\"add\\"}, {\\"name\\": \\"sum\\"}]"}, {"from": "observation", "value": "3"}, {"from": "gpt", "value": "3"}]}
                """));

    Message call = Trajectories.of(table).get(0).messages().get(1);

    assertThat(call.role()).isEqualTo("assistant");
    assertThat((List<?>) call.fields().get("tool_calls")).hasSize(2);
  }

  @Test
  void emptyPrompt_isKept() throws IOException {
    Table table = load(write("a.jsonl", "{\"prompt\": \"\", \"response\": \"x\"}"));

    assertThat(table.stringColumn("response").asList()).containsExactly("x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"messages": [{"human": "q", "bot": "a"}]}          | message 1 has neither "role" nor "from"
          {"prompt": {"0": "q"}, "response": {"0": "a"}}      | "prompt" holds an object, not a text
          {"messages": "[{'role': 'user', 'content': 'q'}]"}  | "messages" is a list as Python prints it
          """)
  void rowThatWouldBeMangled_isSkippedWithItsReason(String row, String reason) throws IOException {
    LoadReport report =
        Trajectories.load(LoadRequest.of(write("a.jsonl", ROW + row).toString())).report();

    assertThat(report.rowsKept()).isEqualTo(1);
    assertThat(report.skippedByReason()).containsOnlyKeys(reason);
  }

  @Test
  void dataSetFolder_isOneTeacher() throws IOException {
    Path data = Files.createDirectories(folder.resolve("open-teacher/data"));
    Files.writeString(folder.resolve("open-teacher/README.md"), "# A data set");
    for (String file : List.of("train-00000-of-00002", "train-00001-of-00002", "test")) {
      Files.writeString(data.resolve(file + ".jsonl"), ROW);
    }

    Table table = load(folder.resolve("open-teacher"));

    assertThat(table.stringColumn("teacher").asList())
        .containsExactly("open-teacher", "open-teacher", "open-teacher");
  }

  @Test
  void doubleStar_standsForNoFolderToo() throws IOException {
    write("a.jsonl", ROW);
    Files.writeString(Files.createDirectory(folder.resolve("sub")).resolve("b.jsonl"), ROW);
    write(".hidden.jsonl", ROW);

    Table table = load(folder.resolve("**/*.jsonl"));

    assertThat(table.stringColumn("teacher").asList()).containsExactly("a", "b");
  }

  @Test
  void llamaFactoryDescription_namesColumnsAndRoles() throws IOException {
    write(
        "dataset_info.json",
        """
        {"chats": {"file_name": "chats.json", "formatting": "sharegpt",
                   "columns": {"messages": "dialog", "system": "rules"},
                   "tags": {"role_tag": "who", "content_tag": "what", "user_tag": "pupil", "assistant_tag": "teacher"}},
         "pairs": {"file_name": "pairs.json", "columns": {"prompt": "task", "query": "given", "response": "worked"}}}
        """);
    write(
        "chats.json",
        """
        [{"rules": "Be brief.", "dialog": [{"who": "pupil", "what": "2+2?"}, {"who": "teacher", "what": "4"}]}]
        """);
    write("pairs.json", "[{\"task\": \"Add.\", \"given\": \"3+3\", \"worked\": \"6\"}]");

    LoadedTrajectories loaded = Trajectories.load(LoadRequest.of(folder.toString()));

    assertThat(Trajectories.of(loaded.table()).stream().map(Trajectory::messages))
        .containsExactly(
            List.of(
                Message.of("system", "Be brief."),
                Message.of("user", "2+2?"),
                Message.of("assistant", "4")),
            List.of(Message.of("user", "Add.\n3+3"), Message.of("assistant", "6")));
    assertThat(loaded.report().notes())
        .containsExactly(
            folder + "/chats.json: columns as the entry \"chats\" of dataset_info.json names them",
            folder + "/pairs.json: columns as the entry \"pairs\" of dataset_info.json names them");
  }

  @Test
  void arrowFolder_isRefusedWithWhatToDo() throws IOException {
    write("dataset_dict.json", "{\"splits\": [\"train\"]}");
    write("data-00000-of-00001.arrow", "");

    assertThatThrownBy(() -> load(folder))
        .hasMessage(
            "%s holds Arrow files of datasets' save_to_disk, which are not read. In Python: load_from_disk(\"%s\")[\"train\"].to_parquet(\"%s.parquet\")"
                .formatted(folder, folder, folder.getFileName()));
  }

  private static Table load(Path path) {
    return Trajectories.load(LoadRequest.of(path.toString())).table();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
