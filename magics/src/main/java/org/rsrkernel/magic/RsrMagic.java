package org.rsrkernel.magic;

import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagicFunction;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.magic.verb.CellVerb;
import org.rsrkernel.magic.verb.Verb;
import org.rsrkernel.metric.MetricException;
import org.rsrkernel.student.OutOfMemoryException;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.trajectory.TrajectoryException;
import org.rsrkernel.view.figure.FigureException;

/** {@code %rsr VERB …} and {@code %%rsr VERB …}: finds the verb, calls it, gives back its value. */
final class RsrMagic implements LineMagicFunction<Object>, CellMagicFunction<Object> {

  static final String NAME = "rsr";

  private final RsrCommandLine commandLine;
  private final RsrSession session;

  RsrMagic(RsrCommandLine commandLine, RsrSession session) {
    this.commandLine = commandLine;
    this.session = session;
  }

  @Override
  public Object execute(List<String> arguments) throws Exception {
    return call(commandLine.parse(arguments));
  }

  @Override
  public Object execute(List<String> arguments, String body) throws Exception {
    Verb<?> verb = commandLine.parse(arguments);
    if (!(verb instanceof CellVerb cellVerb)) {
      throw new RsrException(
          "%%rsr " + String.join(" ", arguments) + " takes no cell; write it with one %");
    }
    cellVerb.body(body);
    return call(verb);
  }

  private Object call(Verb<?> verb) throws Exception {
    try {
      return verb.call();
    } catch (Exception e) {
      session.keepFailure(e);
      throw verb.debug() ? e : inWords(e);
    }
  }

  /** The message alone of what is no fault of ours; anything else as it is. */
  private static Exception inWords(Exception e) {
    if (e instanceof StudentException
        || e instanceof OutOfMemoryException
        || e instanceof TrajectoryException
        || e instanceof MetricException
        || e instanceof FigureException) {
      return new RsrException(e.getMessage());
    }
    return e instanceof IOException unreadable ? new RsrException(words(unreadable)) : e;
  }

  /** Java's own message is often a path alone. */
  private static String words(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return "No such file: " + missing.getFile();
    }
    if (e instanceof AccessDeniedException denied) {
      return "No permission to read or write " + denied.getFile();
    }
    return e.getMessage() == null
        ? "A file could not be read or written; --debug shows where"
        : e.getMessage();
  }
}
