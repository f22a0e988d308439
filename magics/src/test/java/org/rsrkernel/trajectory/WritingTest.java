package org.rsrkernel.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Tables become files that give the same table back. */
class WritingTest {

  private static final String ROWS =
      """
      {"id": "p1", "teacher": "t", "messages": [{"role":"user", "content":"\\ud800 q"},  {"role":"assistant","content":"a, \\"b\\"\\n", "content":"last"}], "big": 123456789012345678901, "nested": {"a": [1, null]}, "text": "[1]"}
      {"id": "p2", "teacher": "t", "messages": [], "big": 1, "nested": "word", "text": "plain"}
      """;

  @TempDir private Path folder;

  @Test
  void jsonLines_giveTheSameBytesBack() throws IOException {
    Path file = Files.writeString(folder.resolve("in.jsonl"), ROWS);
    Path written = folder.resolve("out.jsonl");

    TrajectoryWriter.write(load(file), written);

    assertThat(Files.readString(written)).isEqualTo(ROWS);
  }

  @Test
  void csvAndTsv_giveTheSameTableBack() throws IOException {
    Table table = load(Files.writeString(folder.resolve("in.jsonl"), ROWS));
    for (String name : new String[] {"out.csv", "out.tsv", "out.csv.gz", "out.tsv.zst"}) {
      TrajectoryWriter.write(table, folder.resolve(name));

      assertThat(load(folder.resolve(name)).stringColumn("messages").asList())
          .isEqualTo(table.stringColumn("messages").asList());
    }
  }

  @Test
  void parquet_givesTheSameTableBack() throws IOException {
    Table table = load(Files.writeString(folder.resolve("in.jsonl"), ROWS));
    Path file = folder.resolve("out.parquet");

    TrajectoryWriter.write(table, file);

    assertThat(load(file).columnNames()).isEqualTo(table.columnNames());
    assertThat(load(file).stringColumn("nested").asList())
        .containsExactly("{\"a\":[1,null]}", "\"word\"");
    assertThat(load(file).stringColumn("big").asList())
        .isEqualTo(table.stringColumn("big").asList());
    assertThat(Trajectories.of(load(file))).isEqualTo(Trajectories.of(table));
  }

  @Test
  void parquet_holdsMessagesAsNestedLists() throws IOException {
    Path jsonl =
        Files.writeString(
            folder.resolve("in.jsonl"),
            """
            {"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a\\u0000", "reasoning_content": "r"}]}
            """);
    Path file = folder.resolve("out.parquet");

    TrajectoryWriter.write(load(jsonl), file);

    assertThat(load(file).stringColumn("messages").get(0))
        .isEqualTo(
            "[{\"role\":\"user\",\"content\":\"q\",\"reasoning_content\":null},"
                + "{\"role\":\"assistant\",\"content\":\"a\\u0000\",\"reasoning_content\":\"r\"}]");
  }

  @Test
  void failedWrite_leavesNothingBehind() throws IOException {
    Table table = load(Files.writeString(folder.resolve("in.jsonl"), ROWS));
    Path taken = Files.createDirectory(folder.resolve("taken.csv"));

    assertThatThrownBy(() -> TrajectoryWriter.write(table, taken))
        .isInstanceOf(TrajectoryException.class)
        .hasMessage("Cannot write " + taken + ": it is a folder. Nothing was changed there.");
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(2);
    }
  }

  private static Table load(Path path) {
    return Trajectories.load(LoadRequest.of(path.toString())).table();
  }
}
