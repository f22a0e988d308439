package org.rsrkernel.trajectory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rsrkernel.trajectory.answer.AnswerCheck;
import org.rsrkernel.trajectory.format.BrokenRowException;
import org.rsrkernel.trajectory.layout.RowLayout;
import org.rsrkernel.trajectory.report.Coverage;
import org.rsrkernel.trajectory.report.Duplicates;
import org.rsrkernel.trajectory.report.LengthQuantiles;
import org.rsrkernel.trajectory.table.TypedTable;
import tech.tablesaw.api.Table;

/** Counts of one load in progress. */
final class LoadTally {

  private static final int SHOWN = 5;

  private final Map<String, Long> skippedByReason = new LinkedHashMap<>();
  private final Map<String, Long> rowsByLayout = new LinkedHashMap<>();
  private final Map<String, Long> rowsByTeacherSource = new LinkedHashMap<>();
  private final List<SkippedRow> firstSkipped = new ArrayList<>();
  private final List<String> brokenFiles = new ArrayList<>();
  private final List<String> fileNotes = new ArrayList<>();
  private long rowsRead;
  private int rowsUsable;

  /** Counts a usable row. */
  void read() {
    rowsRead++;
  }

  /** Counts a row that cannot be used. */
  void skip(BrokenRowException broken) {
    rowsRead++;
    skippedByReason.merge(kind(broken.getMessage()), 1L, Long::sum);
    if (firstSkipped.size() < SHOWN) {
      firstSkipped.add(new SkippedRow(broken.place(), broken.getMessage()));
    }
  }

  /** Takes note of what a reader should know of a file that was read. */
  void noteFile(String note) {
    fileNotes.add(note);
  }

  /** Takes note of a file that cannot be read, or not to its end. */
  void skipFile(String reason) {
    brokenFiles.add(reason);
  }

  void keep(RowLayout layout, String teacherSource) {
    rowsUsable++;
    rowsByLayout.merge(layout.title(), 1L, Long::sum);
    rowsByTeacherSource.merge(teacherSource, 1L, Long::sum);
  }

  /** The first row or file that could not be read. */
  Optional<String> firstProblem() {
    return Stream.concat(firstSkipped.stream().map(SkippedRow::toString), brokenFiles.stream())
        .findFirst();
  }

  long rowsRead() {
    return rowsRead;
  }

  /**
   * The report.
   *
   * @param table the rows that stay
   * @param duplicates found among them and those dropped
   * @param leftOut fields for which the table has no room
   */
  LoadReport report(int files, Table table, Duplicates duplicates, Set<String> leftOut) {
    List<String> notes = new ArrayList<>(brokenFiles.stream().limit(SHOWN).toList());
    if (brokenFiles.size() > SHOWN) {
      notes.add("%,d files in all cannot be read".formatted(brokenFiles.size()));
    }
    notes.addAll(fileNotes);
    AnswerCheck.fill(table).ifPresent(notes::add);
    if (table.containsColumn(Columns.NOTE)) {
      table.stringColumn(Columns.NOTE).removeMissing().asSet().stream()
          .map(
              note ->
                  "%,d rows: %s"
                      .formatted(table.stringColumn(Columns.NOTE).countOccurrences(note), note))
          .forEach(notes::add);
    }
    if (!leftOut.isEmpty()) {
      notes.add(
          "%,d fields are left out: a table has at most %,d columns"
              .formatted(leftOut.size(), TypedTable.MOST_COLUMNS));
    }
    return new LoadReport(
        files,
        rowsRead,
        table.rowCount(),
        skippedByReason,
        firstSkipped,
        rowsByLayout,
        rowsByTeacherSource,
        Coverage.of(table),
        LengthQuantiles.of(table),
        duplicates,
        rowsUsable - table.rowCount(),
        notes);
  }

  /** A reason without what is particular to its row. */
  private static String kind(String reason) {
    return reason.split(": |; | \\(", 2)[0];
  }
}
