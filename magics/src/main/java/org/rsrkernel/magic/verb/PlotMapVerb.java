package org.rsrkernel.magic.verb;

import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.plot.Plots;
import picocli.CommandLine.Command;
import tech.tablesaw.api.Table;

/** {@code %rsr plot map [TABLE]}: every trajectory by its mean surprisal and rank. */
@Command(name = "map", description = "Rank against surprisal, a point a trajectory.")
public final class PlotMapVerb extends ScoredFigureVerb {

  PlotMapVerb(RsrSession session) {
    super(session);
  }

  @Override
  Rendering draw(Table scored) {
    return Plots.map(
        MeasuredRows.points(scored, by()),
        new ScoredTokens(session(), scored, by()),
        session().pageQuestions());
  }
}
