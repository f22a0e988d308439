package org.rsrkernel.magic.verb;

import java.util.List;
import org.rsrkernel.metric.TeacherRanking;
import org.rsrkernel.view.table.TeacherRow;

/** A ranking's teachers as views take them. */
public final class RankedTeachers {

  private RankedTeachers() {}

  /** One row a teacher, the best first. */
  public static List<TeacherRow> rows(TeacherRanking ranking) {
    return ranking.rows().stream().map(RankedTeachers::row).toList();
  }

  private static TeacherRow row(TeacherRanking.Row row) {
    return new TeacherRow(
        row.teacher(),
        row.trajectories(),
        row.tokens(),
        row.length(),
        row.averageRank(),
        row.averageSurprisal(),
        row.value(),
        row.low(),
        row.high(),
        row.tiedWithNext() ? "not clearly better than the next" : "");
  }
}
