package org.rsrkernel.magic.verb;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * One verb of {@code %rsr}: its options, and one call into the rooms below.
 *
 * <p>The declared return type of {@code call} is what the magic's expression has as type in a cell.
 *
 * @param <T> what the verb gives back
 */
@Command(
    synopsisHeading = "",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%n",
    sortOptions = false)
public abstract class Verb<T> implements Callable<T> {

  @SuppressWarnings("UnusedVariable") // picocli asks for it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Option(names = "--debug", description = "Show the stack trace of an error.")
  private boolean debug;

  /** Whether the user wants stack traces. */
  public boolean debug() {
    return debug;
  }
}
