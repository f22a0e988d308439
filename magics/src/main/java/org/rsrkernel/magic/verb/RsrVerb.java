package org.rsrkernel.magic.verb;

import org.rsrkernel.magic.session.HelpText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code %rsr} without a verb: what there is, and the lines that get you started. */
@Command(
    name = "%rsr",
    description = "Which teacher's trajectories teach this student best?",
    subcommands = {
      HelpVerb.class,
      DoctorVerb.class,
      StudentVerb.class,
      StudentsVerb.class,
      UseVerb.class,
      UnloadVerb.class,
      LoadVerb.class,
      ScoreVerb.class,
      CompareVerb.class,
      PlotVerb.class,
      TokensVerb.class,
      SelectVerb.class,
      CorrelateVerb.class,
      ExportVerb.class,
      MetricsVerb.class,
      CacheVerb.class
    },
    footer = {
      "",
      "To get started:",
      "  %%rsr student smollm2",
      "  var scored = %%rsr score demo",
      "  %%rsr compare scored",
      "",
      "%%rsr VERB --help explains a verb."
    })
public final class RsrVerb extends Verb<HelpText> {

  @Spec private CommandSpec spec;

  @Override
  public HelpText call() {
    return HelpText.of(spec.commandLine());
  }
}
