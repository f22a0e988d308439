package org.rsrkernel.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellHistoryTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("home").resolve("history.jsonl");
  }

  @Test
  void cells_areFoundAgainInTheNextSession() throws IOException {
    CellHistory.open(file).add(1, "int a = 1;\n\"ü\"");
    CellHistory next = CellHistory.open(file);
    next.add(1, "a");
    assertThat(next.tail(10))
        .containsExactly(new HistoryEntry(1, 1, "int a = 1;\n\"ü\""), new HistoryEntry(2, 1, "a"));
    assertThat(next.range(-1, 1, 2)).containsExactly(new HistoryEntry(1, 1, "int a = 1;\n\"ü\""));
  }

  @Test
  void sessionsAtTheSameTime_haveNumbersOfTheirOwn() throws IOException {
    CellHistory first = CellHistory.open(file);
    CellHistory second = CellHistory.open(file);
    first.add(1, "first");
    second.add(1, "second");
    assertThat(CellHistory.open(file).tail(2))
        .containsExactly(new HistoryEntry(1, 1, "first"), new HistoryEntry(2, 1, "second"));
  }

  @Test
  void damagedLines_areSkipped() throws IOException {
    CellHistory.open(file).add(1, "good");
    Files.writeString(file, Files.readString(file) + "{\"session\": 1, \n[]\nnull\n{\"code\":3}\n");
    assertThat(CellHistory.open(file).tail(9))
        .extracting(HistoryEntry::code)
        .containsExactly("good");
  }

  @Test
  void sessionNumber_isFoundBehindManyLaterCells() throws IOException {
    CellHistory.open(file);
    CellHistory second = CellHistory.open(file);
    for (int line = 1; line <= 1000; line++) {
      second.add(line, "x".repeat(100));
    }
    CellHistory third = CellHistory.open(file);
    third.add(1, "third");
    assertThat(third.tail(1)).containsExactly(new HistoryEntry(3, 1, "third"));
    assertThat(third.range(-1, 1, 0)).hasSize(1000);
  }

  @Test
  void largeFile_losesItsOlderHalf() throws IOException {
    CellHistory first = CellHistory.open(file);
    first.add(1, "old");
    first.add(2, "x".repeat(8 << 20));
    first.add(3, "new");
    assertThat(codes(CellHistory.open(file).tail(9))).containsExactly("new");
  }

  @Test
  void search_takesTheWholeCellAsAPattern() {
    CellHistory history = CellHistory.inMemory();
    List.of("x + 1", "x + 22", "y", "x + 1", "\\E*").forEach(code -> history.add(1, code));
    assertThat(codes(history.search("x*", 9, false))).containsExactly("x + 1", "x + 22", "x + 1");
    assertThat(codes(history.search("x + ?", 9, true))).containsExactly("x + 1");
    assertThat(codes(history.search("x*", 1, false))).containsExactly("x + 1");
    assertThat(codes(history.search("\\E*", 9, false))).containsExactly("\\E*");
  }

  @Test
  void range_countsFromTheEndWhenNotPositive() {
    CellHistory history = CellHistory.inMemory();
    for (int line = 1; line <= 4; line++) {
      history.add(line, "cell " + line);
    }
    assertThat(codes(history.range(0, 2, 0))).containsExactly("cell 2", "cell 3", "cell 4");
    assertThat(codes(history.range(0, 1, -1))).containsExactly("cell 1", "cell 2", "cell 3");
  }

  @Test
  void outputs_areRememberedInTheirSession() throws IOException {
    CellHistory history = CellHistory.open(file);
    history.add(1, "1 + 1");
    history.addOutput(1, "2");
    history.add(2, "int x;");
    assertThat(history.tail(2))
        .extracting(cell -> history.output(cell).orElse("nothing"))
        .containsExactly("2", "nothing");
    CellHistory next = CellHistory.open(file);
    assertThat(next.output(next.tail(2).get(0))).isEmpty();
  }

  private static List<String> codes(List<HistoryEntry> entries) {
    return entries.stream().map(HistoryEntry::code).toList();
  }
}
