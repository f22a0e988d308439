package org.rsrkernel.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.trajectory.report.Duplicates;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Files of every layout and format become one kind of table. */
class LoadingTest {

  private static final String ROW =
      """
      {"id": "p1", "teacher": "terse", "messages": [{"role": "user", "content": "2+2?"}, \
      {"role": "assistant", "content": "4"}], "answer": 4, "correct": true, "steps": 1}
      """;

  @TempDir private Path folder;

  @Test
  void messages_becomeTheKnownColumns() {
    Table table = load(file("a.jsonl", ROW));

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
        load(
            file(
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
          load(
              file(
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
        load(
            file(
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
  void csv_holdsCommasQuotesAndLineBreaks() {
    Table table =
        load(file("t.csv", "Prompt,Response,level\r\n\"a,\"\"b\"\"\",\"one\ntwo\",3\r\nc,d,4\r\n"));

    assertThat(table.stringColumn("question").asList()).containsExactly("a,\"b\"", "c");
    assertThat(table.stringColumn("response").asList()).containsExactly("one\ntwo", "d");
    assertThat(table.longColumn("level").asList()).containsExactly(3L, 4L);
  }

  @Test
  void compressedFiles_areToldByTheirBytes() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(ROW.getBytes(StandardCharsets.UTF_8));
    }
    Files.write(folder.resolve("a.jsonl.gz"), gzip.toByteArray());
    Files.write(folder.resolve("b.jsonl.zst"), Zstd.compress(ROW.getBytes(StandardCharsets.UTF_8)));

    assertThat(load(folder).stringColumn("id").asList()).containsExactly("p1", "p1");
  }

  @Test
  void folderOrGlob_isReadInOrderOfNames() {
    file("b.jsonl", "{\"prompt\": \"q\", \"response\": \"b\"}");
    file("a.jsonl", "{\"prompt\": \"q\", \"response\": \"a\"}");
    file("notes.md", "not a trajectory");

    assertThat(load(folder).stringColumn("teacher").asList()).containsExactly("a", "b");
    assertThat(load(folder.resolve("*.jsonl")).stringColumn("teacher").asList())
        .containsExactly("a", "b");
  }

  @Test
  void id_isMadeFromTheQuestion() {
    Table table =
        load(
            file(
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
        load(
            file(
                "a.jsonl",
                "{\"\": 1, \" \": 2, \"LEVEL\": 3, \"level\": 4, \"prompt\": \"q\", \"output\": \"r\"}"));

    assertThat(table.columnNames().subList(5, 9))
        .containsExactly("unnamed", "unnamed 2", "LEVEL", "level 2");
  }

  @Test
  void contentInParts_isJoinedAndImagesAreNoted() {
    Table table =
        load(
            file(
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
  void goldAnswers_fillCorrect() {
    LoadedTrajectories loaded =
        Trajectories.load(
            LoadRequest.of(
                file(
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
  void sample_isDrawnBySeedFromAllRows() {
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < 1000; row++) {
      rows.append("{\"id\": %d, \"prompt\": \"q\", \"response\": \"r\"}\n".formatted(row));
    }
    LoadRequest request = LoadRequest.of(file("a.jsonl", rows.toString()).toString());

    List<String> drawn = ids(request.withSample(100, 7));

    assertThat(drawn).hasSize(100).isEqualTo(ids(request.withSample(100, 7)));
    assertThat(drawn).isNotEqualTo(ids(request.withSample(100, 8)));
    assertThat(drawn.stream().mapToInt(Integer::parseInt)).isSorted();
    assertThat(drawn.stream().filter(id -> Integer.parseInt(id) >= 500).count())
        .isBetween(30L, 70L);
    assertThat(ids(request.withLimit(3))).containsExactly("0", "1", "2");
  }

  @Test
  void report_saysWhatWasReadAndWhatNot() {
    file("terse.jsonl", "{\"id\": 1, \"prompt\": \"q\", \"response\": \"abc\"}\nbroken\n");
    file(
        "plain.jsonl",
        "{\"id\": 1, \"prompt\": \"q\", \"response\": \"abcdef\"}\n{\"id\": 2, \"prompt\": \"q2\", \"response\": \"\"}");

    LoadReport report = Trajectories.load(LoadRequest.of(folder.toString())).report();

    assertThat(report.toString().replace(folder.toString(), "DIR"))
        .isEqualTo(
            """
            3 of 4 rows of 2 files
            layout   prompt and response: 3 rows
            teacher  from the file's name: 3 rows
            skipped  1: broken JSON
                     DIR/terse.jsonl:2: broken JSON: Unrecognized token 'broken' (column 1)
            coverage 2 teachers x 2 questions; 1 answered by all
            length   0 to 6 characters, median 3, 95% within 6; 1 without text""");
  }

  @Test
  void duplicates_areReportedAndCanBeDropped() {
    LoadedTrajectories loaded =
        Trajectories.load(
            LoadRequest.of(
                file(
                        "a.jsonl",
                        """
                        {"id": 1, "prompt": "How many?", "response": "4"}
                        {"id": 1, "prompt": "How many?", "response": "5"}
                        {"id": 2, "prompt": "How many?", "response": "4"}
                        {"id": 3, "prompt": "How  many?", "response": "6"}
                        """)
                    .toString()));

    assertThat(loaded.report().duplicates())
        .isEqualTo(new Duplicates(List.of(1), List.of(2), List.of(2, 3)));
    assertThat(Duplicates.dropFrom(loaded.table()).stringColumn("response").asList())
        .containsExactly("4", "6");
  }

  private static List<String> ids(LoadRequest request) {
    return Trajectories.load(request).table().stringColumn("id").asList();
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
  void brokenLine_isSkippedAndReported() {
    Path file = file("a.jsonl", ROW + "{\"id\": \"p2\", \n" + ROW);

    LoadedTrajectories loaded = Trajectories.load(LoadRequest.of(file.toString()));

    assertThat(loaded.table().rowCount()).isEqualTo(2);
    assertThat(loaded.report().skippedByReason()).containsEntry("broken JSON", 1L);
    assertThat(loaded.report().firstSkipped().get(0).toString())
        .startsWith(file + ":2: broken JSON: Unexpected end-of-input");
    assertThatThrownBy(() -> Trajectories.load(LoadRequest.of(file.toString()).strictly()))
        .isInstanceOf(TrajectoryException.class)
        .hasMessageStartingWith(file + ":2: broken JSON");
  }

  @Test
  void missingFile_isAnsweredWithTheNearestName() {
    file("teachers.jsonl", ROW);

    assertThatThrownBy(() -> load(folder.resolve("techers.jsonl")))
        .isInstanceOf(TrajectoryException.class)
        .hasMessage(
            "No such file: %s/techers.jsonl. In %s there is teachers.jsonl."
                .formatted(folder, folder));
  }

  @Test
  void wrongFormat_showsItsFirstBytes() {
    Path zip = file("a.jsonl", "PK\003\004rest");

    assertThatThrownBy(() -> load(zip))
        .hasMessage(
            zip
                + ": expected JSON, JSONL, CSV, TSV or Parquet; found a zip archive or spreadsheet;"
                + " unpack it, or save it as CSV, first bytes 50 4b 03 04 72 65 73 74 (PK··rest).");
  }

  @Test
  void rowsWithoutTrajectories_nameTheirFields() {
    Path file = file("a.jsonl", "{\"name\": \"x\", \"size\": 3}");

    assertThatThrownBy(() -> load(file))
        .hasMessage(
            "No usable rows in %s. First: %s:1: no messages, conversations, prompt and response, instruction and output, or text; fields: [name, size]."
                .formatted(file, file));
  }

  @Test
  void teacherColumn_isTheOneAskedFor() {
    Path file = file("a.jsonl", "{\"prompt\": \"q\", \"response\": \"r\", \"source\": \"big\"}");

    assertThat(teachers(LoadRequest.of(file.toString()).withTeacher("source")))
        .containsExactly("big");
    assertThat(teachers(LoadRequest.of(file.toString()).withTeacher("file"))).containsExactly("a");
    assertThatThrownBy(() -> teachers(LoadRequest.of(file.toString()).withTeacher("sources")))
        .hasMessage("No column \"sources\" for the teacher. Did you mean source?");
  }

  @Test
  void filteredTable_givesItsMessagesBack() {
    Table table = load(file("a.jsonl", ROW + ROW.replace("p1", "p2").replace("\"4\"", "\"four\"")));

    List<Trajectory> some = Trajectories.of(table.where(table.stringColumn("id").isEqualTo("p2")));

    assertThat(some).hasSize(1);
    assertThat(some.get(0).id()).isEqualTo("p2");
    assertThat(some.get(0).messages()).contains(Message.of("assistant", "four"));
  }

  private static List<String> teachers(LoadRequest request) {
    return Trajectories.load(request).table().stringColumn("teacher").asList();
  }

  private static Table load(Path path) {
    return Trajectories.load(LoadRequest.of(path.toString())).table();
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> row(Table table, int row) {
    return table.columns().stream().map(column -> column.getUnformattedString(row)).toList();
  }
}
