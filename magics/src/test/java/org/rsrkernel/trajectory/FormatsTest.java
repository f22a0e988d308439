package org.rsrkernel.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** Files of every format and place become one table. */
class FormatsTest {

  @TempDir private Path folder;

  private TrajectoryFiles files;

  @BeforeEach
  void useFolder() {
    files = new TrajectoryFiles(folder);
  }

  @Test
  void csv_holdsCommasQuotesAndLineBreaks() {
    Table table =
        TrajectoryFiles.load(
            files.write(
                "t.csv", "Prompt,Response,level\r\n\"a,\"\"b\"\"\",\"one\ntwo\",3\r\nc,d,4\r\n"));

    assertThat(table.stringColumn("question").asList()).containsExactly("a,\"b\"", "c");
    assertThat(table.stringColumn("response").asList()).containsExactly("one\ntwo", "d");
    assertThat(table.longColumn("level").asList()).containsExactly(3L, 4L);
  }

  @ParameterizedTest
  @CsvSource({"a.csv, 'prompt,response\rq,r\rp,s\r'", "a.jsonl, '[{0}]\r[{1}]'"})
  void carriageReturnsAlone_endLines(String name, String text) {
    String user = "{\"role\": \"user\", \"content\": \"%s\"}";
    Path file =
        files.write(
            name, text.replace("{0}", user.formatted("q")).replace("{1}", user.formatted("p")));

    assertThat(TrajectoryFiles.load(file).stringColumn("question").asList())
        .containsExactly("q", "p");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\": [ROW, ROW]}",
        "{\"data\":[ROW,\nROW], \"rows\": 2, \"by\": {\"a\": [1]}, \"note\": \"\\\"]\"}",
        "{\n  \"version\": 1,\n  \"features\": [{\"name\": \"id\"}],\n  \"rows\": [\nROW,\nROW]\n}\n",
        "{\"train\": [ROW], \"test\": [ROW]}"
      })
  void objectAroundTheRows_isLookedInto(String text) {
    Path file = files.write("a.json", text.replace("ROW", TrajectoryFiles.ROW.strip()));

    assertThat(TrajectoryFiles.load(file).stringColumn("id").asList()).containsExactly("p1", "p1");
  }

  @Test
  void objectThatIsARow_isOne() {
    Path file =
        files.write(
            "a.json", "{\"prompt\": \"q\", \"response\": \"r\", \"steps\": [{\"text\": \"one\"}]}");

    assertThat(TrajectoryFiles.load(file).stringColumn("response").asList()).containsExactly("r");
  }

  @Test
  void compressedFiles_areToldByTheirBytes() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(TrajectoryFiles.ROW.getBytes(StandardCharsets.UTF_8));
    }
    Files.write(folder.resolve("a.jsonl.gz"), gzip.toByteArray());
    Files.write(
        folder.resolve("b.jsonl.zst"),
        Zstd.compress(TrajectoryFiles.ROW.getBytes(StandardCharsets.UTF_8)));

    assertThat(TrajectoryFiles.load(folder).stringColumn("id").asList())
        .containsExactly("p1", "p1");
  }

  @Test
  void folderOrGlob_isReadInOrderOfNames() {
    files.write("b.jsonl", "{\"prompt\": \"q\", \"response\": \"b\"}");
    files.write("a.jsonl", "{\"prompt\": \"q\", \"response\": \"a\"}");
    files.write("notes.md", "not a trajectory");

    assertThat(TrajectoryFiles.load(folder).stringColumn("teacher").asList())
        .containsExactly("a", "b");
    assertThat(TrajectoryFiles.load(folder.resolve("*.jsonl")).stringColumn("teacher").asList())
        .containsExactly("a", "b");
  }

  @Test
  void missingFile_isAnsweredWithTheNearestName() {
    files.write("teachers.jsonl", TrajectoryFiles.ROW);

    assertThatThrownBy(() -> TrajectoryFiles.load(folder.resolve("techers.jsonl")))
        .isInstanceOf(TrajectoryException.class)
        .hasMessage(
            "No such file: %s/techers.jsonl. In %s there is teachers.jsonl."
                .formatted(folder, folder));
  }

  @Test
  void delimiterThatExcelNames_isNoHeader() {
    Path file = files.write("a.csv", "\ufeffsep=;\r\nprompt;response\r\na,b;c\r\n");

    assertThat(TrajectoryFiles.load(file).stringColumn("question").asList()).containsExactly("a,b");
  }

  @Test
  void fileThatIsOnlyAPointer_isNamedAsOne() {
    Path file =
        files.write("a.parquet", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n");

    assertThatThrownBy(() -> TrajectoryFiles.load(file))
        .hasMessageContaining(
            "found a pointer to a file in Git LFS; fetch the file itself with git lfs pull");
  }

  @Test
  void wrongFormat_showsItsFirstBytes() {
    Path zip = files.write("a.jsonl", "PK\003\004rest");

    assertThatThrownBy(() -> TrajectoryFiles.load(zip))
        .hasMessage(
            zip
                + ": expected JSON, JSONL, CSV, TSV or Parquet; found a zip archive or spreadsheet;"
                + " unpack it, or save it as CSV, first bytes 50 4b 03 04 72 65 73 74 (PK··rest).");
  }
}
