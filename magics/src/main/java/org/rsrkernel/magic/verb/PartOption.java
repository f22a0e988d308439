package org.rsrkernel.magic.verb;

import org.rsrkernel.scoring.part.Over;
import picocli.CommandLine.Option;

/** {@code --over} of verbs that read scored tables. */
final class PartOption {

  @Option(
      names = "--over",
      paramLabel = "PART",
      defaultValue = "all",
      description =
          "Which response tokens, from kept scores: all, reasoning, answer, turns, last-turn,"
              + " sentences. Default: all.")
  private Over over;

  Over over() {
    return over;
  }
}
