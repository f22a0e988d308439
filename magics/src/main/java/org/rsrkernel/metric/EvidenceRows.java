package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rsrkernel.metric.evidence.Evidence;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.Trajectories;
import org.rsrkernel.trajectory.Trajectory;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.Table;

/** A table's rows as metrics see them. */
final class EvidenceRows {

  static final String TEACHER_LOG_PROBS = "teacher_logprobs";

  private EvidenceRows() {}

  /**
   * @param outcomes one a row
   */
  static List<Evidence> of(Table table, List<ScoredTrajectory> outcomes, int rankClip) {
    List<Trajectory> trajectories = Trajectories.of(table);
    List<Evidence> rows = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      rows.add(
          new Evidence(
              trajectories.get(row),
              outcomes.get(row).scores(),
              rankClip,
              text(table, Columns.ANSWER, row),
              correct(table, row),
              text(table, TEACHER_LOG_PROBS, row)));
    }
    return rows;
  }

  private static String text(Table table, String column, int row) {
    return table.containsColumn(column) ? table.column(column).getUnformattedString(row) : "";
  }

  private static Optional<Boolean> correct(Table table, int row) {
    return table.containsColumn(Columns.CORRECT)
            && table.column(Columns.CORRECT) instanceof BooleanColumn column
            && !column.isMissing(row)
        ? Optional.of(column.get(row))
        : Optional.empty();
  }
}
