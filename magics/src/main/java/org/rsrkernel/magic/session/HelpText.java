package org.rsrkernel.magic.session;

import picocli.CommandLine;

/** Help for a verb, shown as text. */
public record HelpText(String text) {

  /** The help of a command without colours. */
  public static HelpText of(CommandLine command) {
    return new HelpText(command.getUsageMessage(CommandLine.Help.Ansi.OFF));
  }

  @Override
  public String toString() {
    return text;
  }
}
