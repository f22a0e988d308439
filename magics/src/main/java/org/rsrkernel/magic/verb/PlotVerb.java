package org.rsrkernel.magic.verb;

import org.rsrkernel.magic.session.HelpText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code %rsr plot KIND}: interactive figures. */
@Command(
    name = "plot",
    description = "Draw a figure of a scored table.",
    subcommands = {
      PlotMapVerb.class,
      PlotTeachersVerb.class,
      PlotDistributionVerb.class,
      PlotLengthsVerb.class,
      PlotCurveVerb.class,
      PlotAgreementVerb.class,
      PlotCorrelationVerb.class,
      PlotTokensVerb.class,
      PlotClipsVerb.class
    })
public final class PlotVerb extends Verb<HelpText> {

  @Spec private CommandSpec spec;

  @Override
  public HelpText call() {
    return HelpText.of(spec.commandLine());
  }
}
