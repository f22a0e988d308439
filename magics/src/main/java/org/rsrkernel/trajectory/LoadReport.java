package org.rsrkernel.trajectory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.trajectory.report.Coverage;
import org.rsrkernel.trajectory.report.Duplicates;
import org.rsrkernel.trajectory.report.LengthQuantiles;

/**
 * How a load went. {@link #toString} shows it to a person.
 *
 * @param files files read
 * @param rowsRead rows seen, broken ones too
 * @param rowsKept rows in the table
 * @param skippedByReason how many rows are not in the table, by kind of reason
 * @param firstSkipped the first few of them
 * @param rowsByLayout how the rows kept were written
 * @param rowsByTeacherSource where the teachers' names come from
 * @param coverage teachers and questions
 * @param lengths of the responses
 * @param duplicates rows that repeat others
 * @param rowsDropped how many of them are not in the table, as was asked
 * @param notes what else a reader should know
 */
public record LoadReport(
    int files,
    long rowsRead,
    int rowsKept,
    Map<String, Long> skippedByReason,
    List<SkippedRow> firstSkipped,
    Map<String, Long> rowsByLayout,
    Map<String, Long> rowsByTeacherSource,
    Coverage coverage,
    LengthQuantiles lengths,
    Duplicates duplicates,
    int rowsDropped,
    List<String> notes) {

  public LoadReport {
    skippedByReason = ordered(skippedByReason);
    firstSkipped = List.copyOf(firstSkipped);
    rowsByLayout = ordered(rowsByLayout);
    rowsByTeacherSource = ordered(rowsByTeacherSource);
    notes = List.copyOf(notes);
  }

  public long rowsSkipped() {
    return skippedByReason.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Map<String, Long> ordered(Map<String, Long> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%,d of %,d rows of %d file%s".formatted(rowsKept, rowsRead, files, files == 1 ? "" : "s"));
    rowsByLayout.forEach(
        (layout, n) -> text.append("\nlayout   %s: %,d rows".formatted(layout, n)));
    rowsByTeacherSource.forEach(
        (source, n) -> text.append("\nteacher  from %s: %,d rows".formatted(source, n)));
    skippedByReason.forEach((reason, n) -> text.append("\nskipped  %,d: %s".formatted(n, reason)));
    firstSkipped.forEach(row -> text.append("\n         ").append(row));
    text.append("\ncoverage ").append(coverage);
    text.append("\nlength   ").append(lengths);
    if (!duplicates.isEmpty()) {
      text.append("\nrepeats  ").append(duplicates);
    }
    if (rowsDropped > 0) {
      text.append("\ndropped  %,d of these rows".formatted(rowsDropped));
    }
    notes.forEach(note -> text.append("\nnote     ").append(note));
    return text.toString();
  }
}
