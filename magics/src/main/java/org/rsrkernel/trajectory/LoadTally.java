package org.rsrkernel.trajectory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.trajectory.format.BrokenRowException;
import org.rsrkernel.trajectory.layout.RowLayout;

/** Counts of one load in progress. */
final class LoadTally {

  private static final int SHOWN = 5;

  private final Map<String, Long> skippedByReason = new LinkedHashMap<>();
  private final Map<String, Long> rowsByLayout = new LinkedHashMap<>();
  private final Map<String, Long> rowsByTeacherSource = new LinkedHashMap<>();
  private final List<SkippedRow> firstSkipped = new ArrayList<>();
  private long rowsRead;

  void read() {
    rowsRead++;
  }

  void skip(BrokenRowException broken) {
    skippedByReason.merge(kind(broken.getMessage()), 1L, Long::sum);
    if (firstSkipped.size() < SHOWN) {
      firstSkipped.add(new SkippedRow(broken.place(), broken.getMessage()));
    }
  }

  void keep(RowLayout layout, String teacherSource) {
    rowsByLayout.merge(layout.title(), 1L, Long::sum);
    rowsByTeacherSource.merge(teacherSource, 1L, Long::sum);
  }

  boolean hasTeacherFrom(String source) {
    return rowsByTeacherSource.containsKey(source);
  }

  List<SkippedRow> firstSkipped() {
    return firstSkipped;
  }

  LoadReport report(int files, int rowsKept, List<String> notes) {
    return new LoadReport(
        files,
        rowsRead,
        rowsKept,
        skippedByReason,
        firstSkipped,
        rowsByLayout,
        rowsByTeacherSource,
        notes);
  }

  /** A reason without what is particular to its row. */
  private static String kind(String reason) {
    return reason.split(": |; | \\(", 2)[0];
  }
}
