package org.rsrkernel.magic.verb;

import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.plot.Plots;
import picocli.CommandLine.Command;
import tech.tablesaw.api.Table;

/** {@code %rsr plot tokens [TABLE]}: every response token by its surprisal and rank. */
@Command(name = "tokens", description = "Rank against surprisal of all tokens, as density.")
public final class PlotTokensVerb extends ScoredFigureVerb {

  PlotTokensVerb(RsrSession session) {
    super(session);
  }

  @Override
  Rendering draw(Table scored) {
    return Plots.tokens(KeptScores.trajectories(session(), scored, by()));
  }
}
