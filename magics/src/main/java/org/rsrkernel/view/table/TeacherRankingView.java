package org.rsrkernel.view.table;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Shown;
import org.rsrkernel.view.table.ShownTable.ShownCell;
import org.rsrkernel.view.table.ShownTable.ShownColumn;

/** Shows teachers in order of RSR, never without intervals. */
public final class TeacherRankingView {

  private static final List<ShownColumn> COLUMNS =
      List.of(
          new ShownColumn("#", true),
          new ShownColumn("teacher", false),
          new ShownColumn("n", true),
          new ShownColumn("tokens", true),
          new ShownColumn("avg_rank", true),
          new ShownColumn("avg_surprisal", true),
          new ShownColumn("rsr", true),
          new ShownColumn("95 % interval", false),
          new ShownColumn("note", false));

  private TeacherRankingView() {}

  /**
   * The ranking in the order given.
   *
   * @param caption what was compared, and how the intervals were made
   */
  public static Rendering of(List<TeacherRow> teachers, String caption) {
    List<List<ShownCell>> rows = new ArrayList<>();
    for (TeacherRow row : teachers.subList(0, Math.min(TableView.MAX_ROWS, teachers.size()))) {
      rows.add(
          List.of(
              TableView.number(rows.size() + 1, true),
              ShownCell.of(Escaped.shortened(row.teacher(), 80)),
              TableView.number(row.trajectories(), true),
              TableView.number(row.tokens(), true),
              TableView.number(row.avgRank(), false),
              TableView.number(row.avgSurprisal(), false),
              TableView.number(row.rsr(), false),
              ShownCell.of(interval(row)),
              ShownCell.of(row.note())));
    }
    return TableView.render(new ShownTable(caption, COLUMNS, rows, teachers.size()));
  }

  private static String interval(TeacherRow row) {
    return Double.isNaN(row.rsrLow())
        ? "–"
        : Shown.number(row.rsrLow()) + " … " + Shown.number(row.rsrHigh());
  }
}
