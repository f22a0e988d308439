package org.rsrkernel.magic.verb;

import org.rsrkernel.magic.session.HelpText;
import org.rsrkernel.magic.session.RsrException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code %rsr help [VERB]}. */
@Command(name = "help", description = "What there is, or one verb explained.")
public final class HelpVerb extends Verb<HelpText> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "VERB", description = "The verb to explain.")
  private String verb;

  @Override
  public HelpText call() {
    CommandLine all = spec.commandLine().getParent();
    if (verb == null) {
      return HelpText.of(all);
    }
    CommandLine wanted = all.getSubcommands().get(verb);
    if (wanted == null) {
      throw new RsrException(
          "There is no verb '%s'; there are %s."
              .formatted(verb, String.join(", ", all.getSubcommands().keySet())));
    }
    return HelpText.of(wanted);
  }
}
