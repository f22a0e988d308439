package org.rsrkernel.magic;

import java.util.List;
import java.util.Optional;
import org.rsrkernel.kernel.extension.MagicCompletion;
import org.rsrkernel.kernel.extension.MagicSupport;
import org.rsrkernel.magic.session.HelpText;
import org.rsrkernel.magic.session.RsrSession;
import picocli.CommandLine;

/** Types, completions and help of {@code %rsr} for the kernel. */
final class RsrMagicSupport implements MagicSupport {

  private final RsrCommandLine commandLine;
  private final RsrCompletion completion;

  RsrMagicSupport(RsrCommandLine commandLine, RsrSession session) {
    this.commandLine = commandLine;
    this.completion = new RsrCompletion(commandLine, session);
  }

  @Override
  public String resultType(List<String> arguments) {
    return commandLine.resultType(arguments).getCanonicalName();
  }

  @Override
  public List<MagicCompletion> complete(String line, int cursor) {
    return completion.complete(line, cursor);
  }

  @Override
  public Optional<String> help(List<String> arguments) {
    CommandLine command = commandLine.commands();
    for (String argument : arguments) {
      CommandLine next = command.getSubcommands().get(argument);
      if (next == null) {
        break;
      }
      command = next;
    }
    return Optional.of(HelpText.of(command).text());
  }
}
