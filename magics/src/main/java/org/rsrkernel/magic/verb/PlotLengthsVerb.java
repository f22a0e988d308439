package org.rsrkernel.magic.verb;

import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.plot.Plots;
import picocli.CommandLine.Command;
import tech.tablesaw.api.Table;

/** {@code %rsr plot lengths [TABLE]}: how long the teachers' responses are. */
@Command(name = "lengths", description = "Response tokens, a distribution a teacher.")
public final class PlotLengthsVerb extends ScoredFigureVerb {

  PlotLengthsVerb(RsrSession session) {
    super(session);
  }

  @Override
  Rendering draw(Table scored) {
    return Plots.lengths(MeasuredRows.points(scored, by()));
  }
}
