package org.rsrkernel.kernel.diagnostics;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.rsrkernel.kernel.source.SnippetSpan;

/** Finds what JShell holds against a snippet and where in the cell it is. */
final class CompileErrors {

  private static final Pattern UNKNOWN_SYMBOL =
      Pattern.compile("symbol: +(?:class|variable|method) ([\\p{L}\\p{N}_$]+)");
  private static final Pattern NO_PACKAGE =
      Pattern.compile("package ([\\w.]+) does not exist", Pattern.DOTALL);
  private static final Pattern UNRESOLVED =
      Pattern.compile("(class|variable|method) (([^\\s(]+).*)");

  private final JShell shell;
  private final DidYouMean didYouMean;

  CompileErrors(JShell shell, DidYouMean didYouMean) {
    this.shell = shell;
    this.didYouMean = didYouMean;
  }

  /** The errors of a rejected snippet; empty if it was not rejected. */
  List<SourceProblem> errors(SnippetSpan span, List<SnippetEvent> events) {
    Set<Object> seen = new HashSet<>();
    return events.stream()
        .filter(event -> event.status() == Status.REJECTED)
        .flatMap(event -> shell.diagnostics(event.snippet()))
        .filter(Diag::isError)
        .map(diag -> problem(span, diag))
        .filter(problem -> seen.add(identity(problem)))
        .toList();
  }

  /** A class that a line names twice is unknown once. */
  private static Object identity(SourceProblem problem) {
    boolean unknownClass = problem.message().startsWith("There is no class");
    return unknownClass ? List.of(problem.line(), problem.markedText()) : problem;
  }

  /**
   * Names that a method or class uses and nobody declares, not even later in the cell. A class that
   * is declared, but itself waits for another, is not among them: it has had a warning of its own.
   */
  List<SourceProblem> undefinedNames(SnippetSpan span, List<SnippetEvent> events) {
    List<SourceProblem> undefined =
        events.stream()
            .filter(event -> event.causeSnippet() == null)
            .filter(event -> isRecoverable(event.status()))
            .map(SnippetEvent::snippet)
            .flatMap(snippet -> unresolved(span, snippet))
            .toList();
    if (undefined.isEmpty()) {
      return undefined;
    }
    Set<String> declared = declaredAfter(span);
    shell
        .types()
        .filter(type -> shell.status(type).isActive())
        .forEach(t -> declared.add(t.name()));
    return undefined.stream().filter(name -> !declared.contains(name.markedText())).toList();
  }

  private Set<String> declaredAfter(SnippetSpan span) {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    return span.cell().snippets(analysis).stream()
        .filter(later -> later.start() >= span.end())
        .flatMap(later -> analysis.sourceToSnippets(later.source()).stream())
        .filter(DeclarationSnippet.class::isInstance)
        .map(snippet -> ((DeclarationSnippet) snippet).name())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private SourceProblem problem(SnippetSpan span, Diag diag) {
    String message = PlainWords.of(diag);
    Matcher noPackage = NO_PACKAGE.matcher(diag.getMessage(Locale.ENGLISH));
    if (noPackage.matches()) {
      List<String> proposals = didYouMean.packages(noPackage.group(1), span.source());
      return at(span, diag, message, proposals);
    }
    Matcher symbol = UNKNOWN_SYMBOL.matcher(diag.getMessage(Locale.ENGLISH));
    if (symbol.find()) {
      String name = symbol.group(1);
      int start = span.source().indexOf(name, (int) diag.getPosition());
      if (start >= 0) {
        return named(span, start, name, message);
      }
    }
    return at(span, diag, message, List.of());
  }

  private static SourceProblem at(
      SnippetSpan span, Diag diag, String message, List<String> proposals) {
    int start = span.inCell((int) diag.getStartPosition());
    int end = span.inCell((int) diag.getEndPosition());
    return new SourceProblem(span.cell(), start, end, message, proposals);
  }

  private SourceProblem named(SnippetSpan span, int start, String name, String message) {
    List<String> proposals = didYouMean.proposals(span.source(), start, name);
    int inCell = span.inCell(start);
    return new SourceProblem(span.cell(), inCell, inCell + name.length(), message, proposals);
  }

  private Stream<SourceProblem> unresolved(SnippetSpan span, Snippet snippet) {
    return shell
        .unresolvedDependencies((DeclarationSnippet) snippet)
        .map(UNRESOLVED::matcher)
        .filter(Matcher::matches)
        .map(
            matcher -> {
              String name = matcher.group(3);
              Matcher use =
                  Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(span.source());
              int start = use.find() ? use.start() : 0;
              String message =
                  "There is no "
                      + matcher.group(1)
                      + " `"
                      + matcher.group(2)
                      + "` yet: this fails until it is declared.";
              return named(span, start, name, message);
            });
  }

  private static boolean isRecoverable(Status status) {
    return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
  }
}
