package org.rsrkernel.magic.verb;

import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.plot.Plots;
import picocli.CommandLine.Command;
import tech.tablesaw.api.Table;

/** {@code %rsr plot map [TABLE]}: every trajectory by its mean surprisal and rank. */
@Command(
    name = "map",
    description = "Rank against surprisal, a point a trajectory.",
    footer = {
      "",
      "A click on a point shows its tokens. Some 6,000 are in the output itself; in JupyterLab and",
      "Notebook 7 the running kernel is asked for others, elsewhere the line to run is shown."
    })
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
