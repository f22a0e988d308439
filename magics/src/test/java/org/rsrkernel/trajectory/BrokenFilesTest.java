package org.rsrkernel.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged as a whole: what was read before is kept, and the report says so. */
class BrokenFilesTest {

  private static final String ROW = "{\"prompt\": \"2+2?\", \"response\": \"4\"}\n";

  @TempDir private Path folder;

  @Test
  void brokenOffDownload_givesTheRowsBefore() throws IOException {
    byte[] whole = gzip(randomRows(5000));
    Path file =
        Files.write(folder.resolve("a.jsonl.gz"), Arrays.copyOf(whole, whole.length * 3 / 4));

    LoadReport report = Trajectories.load(LoadRequest.of(file.toString())).report();

    assertThat(report.rowsKept()).isBetween(3000, 4500);
    assertThat(report.notes())
        .containsExactly(
            "Cannot read %s: broken in line %,d: Unexpected end of ZLIB input stream; its rows before that are kept"
                .formatted(file, report.rowsKept() + 1));
    assertThatThrownBy(() -> Trajectories.load(LoadRequest.of(file.toString()).strictly()))
        .hasMessageStartingWith("Cannot read " + file);
  }

  @Test
  void oneUnreadableFile_doesNotKeepTheOthersOut() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), ROW);
    Path empty = Files.writeString(folder.resolve("b.parquet"), "");

    LoadedTrajectories loaded = Trajectories.load(LoadRequest.of(folder.toString()));

    assertThat(loaded.table().rowCount()).isEqualTo(1);
    assertThat(loaded.report().notes()).singleElement().asString().startsWith(empty + ": expected");
    assertThatThrownBy(() -> Trajectories.load(LoadRequest.of(empty.toString())))
        .hasMessageStartingWith(empty + ": expected JSON");
  }

  @Test
  void parquetThatBreaksOff_isSaidToDoSo() throws IOException {
    Path whole = folder.resolve("whole.parquet");
    TrajectoryWriter.write(
        TrajectoryFiles.load(Files.writeString(folder.resolve("a.jsonl"), ROW)), whole);
    byte[] bytes = Files.readAllBytes(whole);
    Path half = Files.write(folder.resolve("half.parquet"), Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> Trajectories.load(LoadRequest.of(half.toString())))
        .hasMessage(
            "Cannot read Parquet file %s: it does not end as one; was it cut off on its way here?"
                .formatted(half));
  }

  @Test
  void quoteThatIsNeverClosed_costsOnlyItsOwnRow() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"), "prompt,response,note\na,b,\"open\nc,d,e\nf,g,h\n");

    LoadedTrajectories loaded = Trajectories.load(LoadRequest.of(file.toString()));

    assertThat(loaded.table().stringColumn("response").asList()).containsExactly("d", "g");
    assertThat(loaded.report().skippedByReason()).containsEntry("a quote is not closed", 1L);
  }

  @Test
  void lineLongerThanMemoryAllows_isSkippedAsSuch() throws IOException {
    Path file = folder.resolve("bomb.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(ROW.getBytes(StandardCharsets.UTF_8));
      byte[] block = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (long mib = 0; mib <= Runtime.getRuntime().maxMemory() / 16 >> 20; mib++) {
        out.write(block);
      }
      out.write(("\n" + ROW).getBytes(StandardCharsets.UTF_8));
    }

    LoadReport report = Trajectories.load(LoadRequest.of(file.toString())).report();

    assertThat(report.rowsKept()).isEqualTo(2);
    assertThat(report.firstSkipped())
        .singleElement()
        .asString()
        .startsWith(file + ":2: longer than ");
  }

  private static String randomRows(int rows) {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      text.append(ROW.replace("4", Long.toHexString(random.nextLong())));
    }
    return text.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
