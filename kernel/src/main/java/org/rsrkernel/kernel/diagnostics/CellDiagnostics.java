package org.rsrkernel.kernel.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.source.SnippetOrigins;
import org.rsrkernel.kernel.source.SnippetSpan;

/**
 * Explains what went wrong with a cell. Asks the JShell that runs the cells, so it belongs to the
 * thread that runs them.
 */
public final class CellDiagnostics {

  private final CompileErrors compileErrors;
  private final UnrunSnippets unrunSnippets;
  private final RuntimeErrors runtimeErrors;
  private final FinalVariables finalVariables = new FinalVariables();

  /**
   * @param classPath what cells compile against
   * @param index the classes of which one may be meant
   */
  public CellDiagnostics(
      JShell shell, SnippetOrigins origins, ClassPath classPath, TypeIndex index) {
    DidYouMean didYouMean = new DidYouMean(shell.sourceCodeAnalysis(), index);
    this.compileErrors = new CompileErrors(shell, didYouMean);
    this.unrunSnippets = new UnrunSnippets(shell, classPath, didYouMean);
    this.runtimeErrors = new RuntimeErrors(shell, origins);
  }

  /**
   * The compile errors of a snippet, and with them those of the snippets after it in its cell,
   * which will not run.
   *
   * @param events what {@link JShell#eval} gave for the snippet's source
   * @return empty if JShell accepted it
   */
  public Optional<CellError> compileError(SnippetSpan snippet, List<SnippetEvent> events) {
    List<SourceProblem> problems = compileErrors.errors(snippet, events);
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    List<SourceProblem> all = new ArrayList<>(problems);
    all.addAll(unrunSnippets.errors(snippet));
    return Optional.of(compileError(all));
  }

  /**
   * The error for what a snippet threw, with its causes.
   *
   * @param asSeenByJShell what {@link SnippetEvent#exception} says
   * @param thrown the throwable itself, where it is known
   */
  public CellError runtimeError(Throwable asSeenByJShell, Optional<Throwable> thrown) {
    return runtimeErrors.describe(asSeenByJShell, thrown);
  }

  /**
   * Warnings for names that a method or class uses but nobody has declared, and for assignments to
   * variables that are {@code final}.
   *
   * @return text with ANSI colours for the error stream, ending with a newline; empty if all is
   *     well
   */
  public Optional<String> warnings(SnippetSpan snippet, List<SnippetEvent> events) {
    List<SourceProblem> problems = new ArrayList<>(compileErrors.undefinedNames(snippet, events));
    problems.addAll(finalVariables.assignedIn(snippet, events));
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(String.join("\n", paragraphs("Warning: ", problems, Ansi.YELLOW)) + "\n");
  }

  private static CellError compileError(List<SourceProblem> problems) {
    SourceProblem first = problems.get(0);
    String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
    String value = "line " + first.line() + ": " + first.message() + more;
    return new CellError("CompileError", value, paragraphs("", problems, Ansi.RED));
  }

  private static List<String> paragraphs(String kind, List<SourceProblem> problems, Ansi style) {
    List<String> lines = new ArrayList<>();
    for (SourceProblem problem : problems) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(lines(kind, problem, style));
    }
    return lines;
  }

  private static List<String> lines(String kind, SourceProblem problem, Ansi style) {
    List<String> lines = new ArrayList<>();
    lines.add((kind.isEmpty() ? Ansi.BOLD : style).paint(kind + problem.message()));
    lines.add("  " + Ansi.GREEN.paint(problem.place()));
    lines.addAll(SourceExcerpt.withCarets(problem, style));
    if (!problem.proposals().isEmpty()) {
      lines.add("  Did you mean " + String.join(" or ", quoted(problem.proposals())) + "?");
    }
    return lines;
  }

  private static List<String> quoted(List<String> proposals) {
    return proposals.stream().map(proposal -> Ansi.BOLD.paint(proposal)).toList();
  }
}
