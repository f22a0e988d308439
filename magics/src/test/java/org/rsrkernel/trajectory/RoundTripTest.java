package org.rsrkernel.trajectory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** Whatever a row holds comes back from every format. */
class RoundTripTest {

  private static final int SEEDS = 40;
  private static final int ROWS = 12;

  @TempDir private Path folder;

  @Test
  void jsonLines_giveBackTheMessagesByteForByte() throws IOException {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<String> rows = new RandomRows(seed).jsonLines(ROWS);
      Path written = folder.resolve(seed + ".jsonl");

      TrajectoryWriter.write(load("in.jsonl", rows), written);

      List<String> back = Files.readAllLines(written);
      for (int row = 0; row < ROWS; row++) {
        assertThat(messagesOf(back.get(row)))
            .as("seed %d, row %d", seed, row)
            .isEqualTo(messagesOf(rows.get(row)));
      }
    }
  }

  @Test
  void jsonLines_giveBackEveryField() throws IOException {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<String> rows = new RandomRows(seed).jsonLines(ROWS);
      Path written = folder.resolve(seed + ".jsonl");

      TrajectoryWriter.write(load("in.jsonl", rows), written);

      List<String> back = Files.readAllLines(written);
      for (int row = 0; row < ROWS; row++) {
        assertThat(valuesOf(back.get(row)))
            .as("seed %d, row %d", seed, row)
            .isEqualTo(valuesOf(rows.get(row)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "csv.gz", "jsonl.zst"})
  void everyTextFormat_givesTheSameTableBack(String suffix) throws IOException {
    for (long seed = 0; seed < SEEDS / 2; seed++) {
      Table table = load("in.jsonl", new RandomRows(seed).jsonLines(ROWS));
      Path written = folder.resolve("out." + suffix);

      TrajectoryWriter.write(table, written);

      Table back = Trajectories.load(LoadRequest.of(written.toString())).table();
      assertThat(texts(back, "messages")).as("seed %d", seed).isEqualTo(texts(table, "messages"));
      assertThat(back.column("whole").asList()).isEqualTo(table.column("whole").asList());
      assertThat(back.column("real").asList()).isEqualTo(table.column("real").asList());
      assertThat(back.column("flag").asList()).isEqualTo(table.column("flag").asList());
      assertThat(texts(back, "nested")).as("seed %d", seed).isEqualTo(texts(table, "nested"));
    }
  }

  @Test
  void parquet_givesTheSameTrajectoriesBack() throws IOException {
    for (long seed = 0; seed < SEEDS / 4; seed++) {
      Table table = load("in.jsonl", new RandomRows(seed).jsonLines(ROWS));
      Path written = folder.resolve("out.parquet");

      TrajectoryWriter.write(table, written);

      Table back = Trajectories.load(LoadRequest.of(written.toString())).table();
      assertThat(Trajectories.of(back)).as("seed %d", seed).isEqualTo(Trajectories.of(table));
      assertThat(back.column("whole").asList()).isEqualTo(table.column("whole").asList());
      assertThat(back.column("real").asList()).isEqualTo(table.column("real").asList());
      assertThat(texts(back, "huge")).isEqualTo(texts(table, "huge"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "X-UTF-32LE-BOM"})
  void encoding_isToldByItsBytes(String charset) throws IOException {
    String rows = "{\"prompt\": \"日本 😀\", \"response\": \"ελ\"}\n".repeat(3000);
    Path file = Files.write(folder.resolve("a.jsonl"), rows.getBytes(charset));

    Table table = Trajectories.load(LoadRequest.of(file.toString())).table();

    assertThat(table.stringColumn("question").unique().asList()).containsExactly("日本 😀");
    assertThat(table.rowCount()).isEqualTo(3000);
  }

  @Test
  void byteOrderMark_isNoPartOfTheText() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "\ufeffprompt,response\nq,r\n");

    assertThat(Trajectories.load(LoadRequest.of(file.toString())).table().columnNames())
        .containsExactly("id", "teacher", "question", "response", "messages");
  }

  @Test
  void tenMegabytes_areOneText() throws IOException {
    String text = "0123456789".repeat(1 << 20);
    Table table = load("in.jsonl", List.of("{\"prompt\": \"q\", \"response\": \"" + text + "\"}"));
    Path written = folder.resolve("out.parquet");

    TrajectoryWriter.write(table, written);

    assertThat(
            Trajectories.load(LoadRequest.of(written.toString()))
                .table()
                .stringColumn("response")
                .get(0))
        .isEqualTo(text);
  }

  private Table load(String name, List<String> lines) throws IOException {
    Path file = Files.write(folder.resolve(name), lines, StandardCharsets.UTF_8);
    return Trajectories.load(LoadRequest.of(file.toString())).table();
  }

  private static List<String> texts(Table table, String column) {
    return table.stringColumn(column).asList();
  }

  private static String messagesOf(String line) {
    int start = line.indexOf("\"messages\": ");
    return line.substring(start, line.indexOf('}', line.lastIndexOf("\"weight\"")) + 2);
  }

  /** An empty text and none are one in a table. */
  private static Map<String, Object> valuesOf(String line) {
    Map<String, Object> values = new HashMap<>();
    ((Map<?, ?>) MessageJson.read(line))
        .forEach((name, value) -> values.put((String) name, "".equals(value) ? null : value));
    return values;
  }
}
