package org.rsrkernel.magic.verb;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.plot.MapPoint;
import org.rsrkernel.view.plot.Plots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** {@code %rsr plot map [TABLE]}: every trajectory by its mean surprisal and rank. */
@Command(name = "map", description = "Rank against surprisal, a point a trajectory.")
public final class PlotMapVerb extends Verb<Rendering> {

  private final RsrSession session;

  @Parameters(
      arity = "0..1",
      paramLabel = "TABLE",
      description = "A scored table; else the one scored last.")
  private String table;

  @Option(
      names = "--by",
      defaultValue = Columns.TEACHER,
      paramLabel = "COLUMN",
      description = "The column that colours the points. Default: teacher.")
  private String by;

  PlotMapVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public Rendering call() {
    Table scored = ScoredTables.named(session, table);
    ScoredTables.requireColumn(scored, by);
    List<MapPoint> points = new ArrayList<>();
    for (Row row : scored) {
      if (!scored.column(ScoreColumns.RSR).isMissing(row.getRowNumber())) {
        points.add(point(scored, row));
      }
    }
    return Plots.map(points, new ScoredTokens(session, scored));
  }

  private MapPoint point(Table scored, Row row) {
    int index = row.getRowNumber();
    return new MapPoint(
        ScoredTables.text(scored, Columns.ID, index),
        ScoredTables.text(scored, by, index),
        row.getInt(ScoreColumns.TOKENS),
        row.getDouble(ScoreColumns.AVERAGE_RANK),
        row.getDouble(ScoreColumns.AVERAGE_SURPRISAL),
        row.getDouble(ScoreColumns.RSR),
        ScoredTables.text(scored, Columns.QUESTION, index));
  }
}
