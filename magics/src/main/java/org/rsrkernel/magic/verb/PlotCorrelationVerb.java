package org.rsrkernel.magic.verb;

import org.rsrkernel.magic.session.RsrSession;
import picocli.CommandLine.Command;

/** {@code %rsr plot correlation TABLE --with RESULTS.csv}: what {@code %rsr correlate} shows. */
@Command(
    name = "correlation",
    description = "A metric against what students reached after training, a point a teacher.")
public final class PlotCorrelationVerb extends CorrelateVerb {

  PlotCorrelationVerb(RsrSession session) {
    super(session);
  }
}
