package org.rsrkernel.kernel.diagnostics;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.source.SnippetSpan;

/**
 * Finds the compile errors of the snippets that do not run any more because one before them did not
 * compile. A second JShell, which runs nothing, gets the declarations that they need.
 */
final class UnrunSnippets {

  private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  private final JShell shell;
  private final ClassPath classPath;
  private final DidYouMean didYouMean;

  UnrunSnippets(JShell shell, ClassPath classPath, DidYouMean didYouMean) {
    this.shell = shell;
    this.classPath = classPath;
    this.didYouMean = didYouMean;
  }

  /** The errors after a failed snippet, less those that only follow from an earlier error. */
  List<SourceProblem> errors(SnippetSpan failed) {
    List<SnippetSpan> rest =
        failed.cell().snippets(shell.sourceCodeAnalysis()).stream()
            .filter(snippet -> snippet.start() >= failed.end())
            .toList();
    return rest.isEmpty() ? List.of() : errors(failed, rest);
  }

  private List<SourceProblem> errors(SnippetSpan failed, List<SnippetSpan> rest) {
    List<SourceProblem> found = new ArrayList<>();
    Set<String> doubtful = words(failed.source());
    try (JShell compiling = compileOnly()) {
      needed(rest).forEach(compiling::eval);
      CompileErrors compileErrors = new CompileErrors(compiling, didYouMean);
      for (SnippetSpan snippet : rest) {
        List<SourceProblem> errors =
            compileErrors.errors(snippet, compiling.eval(snippet.source()));
        errors.stream().filter(error -> !doubtful.contains(error.markedText())).forEach(found::add);
        if (!errors.isEmpty()) {
          doubtful.addAll(words(snippet.source()));
        }
      }
    }
    return found;
  }

  private JShell compileOnly() {
    String path =
        classPath.entries().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    return JShell.builder()
        .executionEngine(new CompileOnly(), Map.of())
        .compilerOptions("-classpath", path)
        .build();
  }

  /** All imports, and the declarations that the snippets name, directly or through others. */
  private List<String> needed(List<SnippetSpan> rest) {
    Set<String> wanted =
        rest.stream().flatMap(span -> words(span.source()).stream()).collect(Collectors.toSet());
    List<DeclarationSnippet> declared =
        active(Snippet.Kind.VAR, Snippet.Kind.METHOD, Snippet.Kind.TYPE_DECL)
            .map(DeclarationSnippet.class::cast)
            .toList();
    Set<DeclarationSnippet> chosen = new HashSet<>();
    boolean grows = true;
    while (grows) {
      grows = false;
      for (DeclarationSnippet declaration : declared) {
        if (wanted.contains(declaration.name()) && chosen.add(declaration)) {
          wanted.addAll(words(textOf(declaration)));
          grows = true;
        }
      }
    }
    Stream<String> imports = active(Snippet.Kind.IMPORT).map(Snippet::source);
    return Stream.concat(
            imports, declared.stream().filter(chosen::contains).map(UnrunSnippets::textOf))
        .toList();
  }

  private Stream<Snippet> active(Snippet.Kind... kinds) {
    return shell
        .snippets()
        .filter(snippet -> List.of(kinds).contains(snippet.kind()))
        .filter(snippet -> shell.status((PersistentSnippet) snippet).isActive());
  }

  /** A variable without its initializer: only its type matters. */
  private static String textOf(DeclarationSnippet declaration) {
    return declaration instanceof VarSnippet variable
        ? variable.typeName() + " " + variable.name() + ";"
        : declaration.source();
  }

  private static Set<String> words(String source) {
    return WORD.matcher(source)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
