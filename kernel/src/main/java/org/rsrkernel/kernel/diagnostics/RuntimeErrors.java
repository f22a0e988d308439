package org.rsrkernel.kernel.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.UnresolvedReferenceException;
import org.rsrkernel.kernel.source.SnippetOrigins;

/** Turns what a snippet threw into an error that shows the cell's line first. */
final class RuntimeErrors {

  private static final int MOST_CAUSES = 10;

  /** Where the JVM says which loaders and modules two classes of a failed cast are from. */
  private static final Pattern MODULES =
      Pattern.compile(" \\([^()]* (?:is|are) in (?:unnamed )?module [^()]*\\)$");

  private final JShell shell;
  private final StackFrames frames;

  RuntimeErrors(JShell shell, SnippetOrigins origins) {
    this.shell = shell;
    this.frames = new StackFrames(origins);
  }

  /**
   * Describes an error.
   *
   * @param thrown as JShell reports it, with the lines of snippets in its stack
   * @param original what was thrown, of which JShell leaves out the suppressed ones
   */
  CellError describe(Throwable thrown, Optional<Throwable> original) {
    List<String> lines = new ArrayList<>();
    Throwable at = thrown;
    for (int depth = 0; at != null && depth < MOST_CAUSES; depth++) {
      String headline = headline(at);
      lines.add((depth == 0 ? "" : "Caused by: ") + Ansi.BOLD.paint(headline));
      lines.addAll(frames.describe(at.getStackTrace()));
      at = at.getCause();
    }
    original.stream()
        .flatMap(one -> Stream.of(one.getSuppressed()))
        .limit(MOST_CAUSES)
        .forEach(one -> lines.add("Suppressed: " + Ansi.BOLD.paint(headline(one))));
    return new CellError(nameOf(thrown), messageOf(thrown), lines);
  }

  private String headline(Throwable thrown) {
    String message = messageOf(thrown);
    return message.isEmpty() ? nameOf(thrown) : nameOf(thrown) + ": " + message;
  }

  private static String nameOf(Throwable thrown) {
    if (thrown instanceof EvalException evaluation) {
      return PlainWords.simplified(evaluation.getExceptionClassName());
    }
    return thrown instanceof UnresolvedReferenceException
        ? "UndefinedName"
        : PlainWords.simplified(thrown.getClass().getName());
  }

  private String messageOf(Throwable thrown) {
    if (thrown instanceof UnresolvedReferenceException unresolved) {
      List<String> missing = shell.unresolvedDependencies(unresolved.getSnippet()).toList();
      return "declare " + String.join(", ", missing) + " before this is used";
    }
    String message = thrown.getMessage() == null ? "" : thrown.getMessage();
    return PlainWords.simplified(MODULES.matcher(message).replaceAll(""));
  }
}
