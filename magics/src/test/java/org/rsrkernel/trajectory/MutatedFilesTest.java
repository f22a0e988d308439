package org.rsrkernel.trajectory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.trajectory.format.FileFormat;
import tech.tablesaw.api.Table;

/** Damaged files: a load ends with a table or one clear message, and whole rows are never lost. */
class MutatedFilesTest {

  private static final int LINES_FILES = 6000;
  private static final int ARRAY_FILES = 2000;
  private static final int CSV_FILES = 1500;
  private static final int GZIP_FILES = 400;
  private static final int PARQUET_FILES = 100;

  private final List<String> rows = new ArrayList<>();

  @TempDir private Path folder;

  @BeforeEach
  void makeRows() {
    for (int row = 0; row < 6; row++) {
      rows.add(
          """
          {"id": "p%d", "messages": [{"role": "user", "content": "What is %d, \\"ü\\"?"}, {"role": "assistant", "content": "{%d}\\n[1]"}], "answer": "%d", "level": %d}"""
              .formatted(row, row, row, row, row));
    }
  }

  @Test
  void jsonLines_loseOnlyTheDamagedLine() {
    for (int seed = 0; seed < LINES_FILES; seed++) {
      byte[] damaged = damage(text("", "\n", "\n"), seed);
      Set<String> whole =
          new HashSet<>(List.of(new String(damaged, StandardCharsets.ISO_8859_1).split("\n")));

      Set<String> kept = idsOf(damaged, "a.jsonl", FileFormat.JSONL, seed);

      for (int row = 0; row < rows.size(); row++) {
        if (whole.contains(latin(rows.get(row)))) {
          assertThat(kept).as("seed %d", seed).contains("p" + row);
        }
      }
    }
  }

  @Test
  void jsonArray_losesOnlyTheDamagedElement() {
    for (int seed = 0; seed < ARRAY_FILES; seed++) {
      byte[] damaged = damage(text("[", ",\n", "]"), seed);
      String text = new String(damaged, StandardCharsets.ISO_8859_1);

      Set<String> kept = idsOf(damaged, "a.json", FileFormat.JSON, seed);

      for (int row = 0; row < rows.size(); row++) {
        if (text.contains(latin(rows.get(row)))) {
          assertThat(kept).as("seed %d: %s", seed, text).contains("p" + row);
        }
      }
    }
  }

  @Test
  void csv_losesNoRowBeforeTheDamage() throws IOException {
    Path csv = folder.resolve("whole.csv");
    TrajectoryWriter.write(load(write("a.jsonl", text("", "\n", "\n")), FileFormat.JSONL), csv);
    byte[] whole = Files.readAllBytes(csv);
    for (int seed = 0; seed < CSV_FILES; seed++) {
      byte[] damaged = damage(whole, seed);
      int from = firstDifference(whole, damaged);
      String before = new String(damaged, 0, from, StandardCharsets.UTF_8);

      Set<String> kept = idsOf(damaged, "a.csv", FileFormat.CSV, seed);

      for (int row = 0; row < rows.size() - 1; row++) {
        if (before.contains("\np" + (row + 1) + ",")) {
          assertThat(kept).as("seed %d", seed).contains("p" + row);
        }
      }
    }
  }

  @Test
  void compressedOrBinaryFile_endsInATableOrAMessage() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(text("", "\n", "\n"));
    }
    for (int seed = 0; seed < GZIP_FILES; seed++) {
      idsOf(damage(gzip.toByteArray(), seed), "a.jsonl.gz", null, seed);
    }
    Path parquet = folder.resolve("whole.parquet");
    TrajectoryWriter.write(load(write("a.jsonl", text("", "\n", "\n")), FileFormat.JSONL), parquet);
    byte[] whole = Files.readAllBytes(parquet);
    for (int seed = 0; seed < PARQUET_FILES; seed++) {
      idsOf(damage(whole, seed), "a.parquet", null, seed);
    }
  }

  /** No ids if the load ends with a message. Anything else that is thrown fails the test. */
  private Set<String> idsOf(byte[] bytes, String name, FileFormat format, int seed) {
    try {
      return new HashSet<>(load(write(name, bytes), format).stringColumn("id").asList());
    } catch (TrajectoryException e) {
      assertThat(e.getMessage()).as("seed %d", seed).isNotBlank();
      return Set.of();
    }
  }

  private static Table load(Path file, FileFormat format) {
    LoadRequest request = LoadRequest.of(file.toString());
    return Trajectories.load(format == null ? request : request.withFormat(format)).table();
  }

  private byte[] text(String before, String between, String after) {
    return (before + String.join(between, rows) + after).getBytes(StandardCharsets.UTF_8);
  }

  private Path write(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One to three bytes changed, added or removed near one place. */
  private static byte[] damage(byte[] whole, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Byte> bytes = new ArrayList<>(whole.length + 3);
    for (byte b : whole) {
      bytes.add(b);
    }
    int place = random.nextInt(whole.length);
    String likely = "\"{}[],:\\\n\r\t 0e-x\u0000";
    for (int n = random.nextInt(3); n >= 0; n--) {
      int at = Math.min(bytes.size() - 1, place + random.nextInt(3));
      byte value =
          random.nextBoolean()
              ? (byte) random.nextInt(256)
              : (byte) likely.charAt(random.nextInt(likely.length()));
      switch (random.nextInt(3)) {
        case 0 -> bytes.set(at, value);
        case 1 -> bytes.add(at, value);
        default -> bytes.remove(at);
      }
    }
    byte[] damaged = new byte[bytes.size()];
    for (int i = 0; i < damaged.length; i++) {
      damaged[i] = bytes.get(i);
    }
    return damaged;
  }

  private static int firstDifference(byte[] a, byte[] b) {
    int at = Arrays.mismatch(a, b);
    return at < 0 ? a.length : at;
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
