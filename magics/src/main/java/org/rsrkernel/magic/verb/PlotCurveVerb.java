package org.rsrkernel.magic.verb;

import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.Rsr;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.plot.CurveMeasure;
import org.rsrkernel.view.plot.Plots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tech.tablesaw.api.Table;

/** {@code %rsr plot curve [TABLE]}: rank or surprisal from the first to the last token. */
@Command(name = "curve", description = "Rank or surprisal along the responses, a line a teacher.")
public final class PlotCurveVerb extends ScoredFigureVerb {

  @Option(
      names = "--measure",
      defaultValue = "surprisal",
      description = "rank or surprisal. Default: surprisal.")
  private CurveMeasure measure;

  @Option(
      names = "--clip",
      paramLabel = "N",
      defaultValue = "" + Rsr.RANK_CLIP,
      description = "Upper bound put on every rank. Default: 100.")
  private int clip;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "One trajectory alone, with its sentences.")
  private String id;

  @Option(
      names = "--teacher",
      paramLabel = "T",
      description = "With --id: whose response; else the first there is.")
  private String teacher;

  PlotCurveVerb(RsrSession session) {
    super(session);
  }

  @Override
  Rendering draw(Table scored) throws InterruptedException {
    if (id != null) {
      RowsOfId rows = RowsOfId.find(scored, id);
      Table row = rows.rowBy(teacher == null ? rows.teachers().get(0) : teacher);
      return Plots.sentences(
          new TrajectoryTokens(session()).view(session().students().get(null), row, 0), measure);
    }
    return Plots.curve(
        KeptScores.trajectories(session(), scored, by()), measure, ScoredTables.requireClip(clip));
  }
}
