package org.rsrkernel.magic.verb;

import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.Rsr;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.plot.Plots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tech.tablesaw.api.Table;

/** {@code %rsr plot clips [TABLE]}: whether the teachers' order hangs on the clip. */
@Command(name = "clips", description = "The teachers' RSR at every clip, with a slider.")
public final class PlotClipsVerb extends ScoredFigureVerb {

  @Option(
      names = "--clip",
      paramLabel = "N",
      defaultValue = "" + Rsr.RANK_CLIP,
      description = "Where the slider stands at first. Default: 100.")
  private int clip;

  PlotClipsVerb(RsrSession session) {
    super(session);
  }

  @Override
  Rendering draw(Table scored) {
    return Plots.clips(
        KeptScores.trajectories(session(), scored, by()), ScoredTables.requireClip(clip));
  }
}
