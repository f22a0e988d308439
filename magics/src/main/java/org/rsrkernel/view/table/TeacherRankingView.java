package org.rsrkernel.view.table;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Shown;
import org.rsrkernel.view.table.ShownTable.ShownCell;
import org.rsrkernel.view.table.ShownTable.ShownColumn;

/** Shows teachers in order of RSR or another metric, never without intervals. */
public final class TeacherRankingView {

  private static final List<String> MEANS = List.of("avg_rank", "avg_surprisal");
  private static final int FIRST_MEAN = 4;

  private TeacherRankingView() {}

  /**
   * The ranking by RSR in the order given.
   *
   * @param caption what was compared, and how the intervals were made
   */
  public static Rendering of(List<TeacherRow> teachers, String caption) {
    return of(teachers, "rsr", caption);
  }

  /**
   * The ranking by any metric in the order given.
   *
   * @param metric the name of what the rows carry as RSR
   */
  public static Rendering of(List<TeacherRow> teachers, String metric, String caption) {
    List<List<ShownCell>> rows = new ArrayList<>();
    for (TeacherRow row : teachers.subList(0, Math.min(TableView.MAX_ROWS, teachers.size()))) {
      List<ShownCell> cells =
          List.of(
              TableView.number(rows.size() + 1, true),
              ShownCell.of(Escaped.shortened(row.teacher(), 80)),
              TableView.number(row.trajectories(), true),
              TableView.number(row.tokens(), true),
              TableView.number(row.avgRank(), false),
              TableView.number(row.avgSurprisal(), false),
              TableView.number(row.rsr(), false),
              ShownCell.of(interval(row)),
              TableView.number(row.length(), true),
              ShownCell.of(row.note()));
      rows.add(withoutTwin(cells, metric));
    }
    return TableView.render(
        new ShownTable(caption, withoutTwin(columns(metric), metric), rows, teachers.size()));
  }

  /** Leaves out a mean that is shown as the metric already. */
  private static <T> List<T> withoutTwin(List<T> columns, String metric) {
    List<T> kept = new ArrayList<>(columns);
    int twin = MEANS.indexOf(metric);
    if (twin >= 0) {
      kept.remove(FIRST_MEAN + twin);
    }
    return kept;
  }

  private static List<ShownColumn> columns(String metric) {
    return List.of(
        new ShownColumn("#", true),
        new ShownColumn("teacher", false),
        new ShownColumn("n", true),
        new ShownColumn("tokens", true),
        new ShownColumn("avg_rank", true),
        new ShownColumn("avg_surprisal", true),
        new ShownColumn(metric.equals("tokens") ? "mean tokens" : metric, true),
        new ShownColumn("95 % interval", false),
        new ShownColumn("length", true),
        new ShownColumn("note", false));
  }

  private static String interval(TeacherRow row) {
    return Double.isNaN(row.rsrLow())
        ? "–"
        : Shown.number(row.rsrLow()) + " … " + Shown.number(row.rsrHigh());
  }
}
