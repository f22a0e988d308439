package org.rsrkernel.magic.verb;

import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.figure.FigureView;
import org.rsrkernel.view.figure.PlotlyLibrary;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %rsr plot KIND [TABLE]}: what all figures of a scored table share. */
public abstract class ScoredFigureVerb extends Verb<Rendering> {

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
      description = "The column that names the teacher. Default: teacher.")
  private String by;

  @Option(
      names = "--standalone",
      description = "Carry plotly.js along (2 MB), so that exported pages need no network.")
  private boolean standalone;

  ScoredFigureVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public final Rendering call() throws InterruptedException {
    Table scored = ScoredTables.named(session, table);
    ScoredTables.requireColumn(scored, by);
    Rendering figure = drawn(scored);
    Rendering noted =
        PartScores.over(scored)
            .map(over -> FigureView.noted(figure, "Over " + over.title() + "."))
            .orElse(figure);
    return standalone ? FigureView.standalone(noted, library()) : noted;
  }

  private Rendering drawn(Table scored) throws InterruptedException {
    try {
      return draw(scored);
    } catch (IllegalArgumentException e) { // Plots says so of tables that hold nothing to draw
      throw new RsrException("Table '%s': %s".formatted(scored.name(), e.getMessage()));
    }
  }

  abstract Rendering draw(Table scored) throws InterruptedException;

  RsrSession session() {
    return session;
  }

  /** The column that names the teacher; the table has it. */
  String by() {
    return by;
  }

  private static PlotlyLibrary library() {
    return PlotlyLibrary.installed()
        .orElseThrow(
            () ->
                new RsrException(
                    "--standalone needs plotly.js, which is not installed. Run ./install again."));
  }
}
