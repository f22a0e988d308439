package org.rsrkernel.kernel.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.analysis.NotebookDeclarations;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.diagnostics.CellError;
import org.rsrkernel.kernel.extension.NotebookVariable;
import org.rsrkernel.kernel.running.CellInterrupt;
import org.rsrkernel.kernel.source.CellSource;
import org.rsrkernel.kernel.source.SnippetSpan;

/**
 * The notebook's Java: compiles and runs snippets, holds variables.
 *
 * <p>JShell takes a while to open, on a thread of its own; whoever asks it something waits for it.
 * It is not thread-safe, so a lock guards it. The lock is free while a snippet's own code runs;
 * other threads reach JShell through {@link #withJShell} then. Snippets run on the thread that
 * calls {@link #run}, one at a time.
 */
public final class JavaShell implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final CompileClassPath classPath;
  private final SnippetExecution execution;
  private final CompletableFuture<SnippetRunner> opening;

  /**
   * @param classPath what snippets compile against; they run with the kernel's class loader
   * @param declarations told of everything that cells declare
   * @param index the classes that an unknown name may mean
   * @param imports import declarations in scope of every cell. They stand and fall together: the
   *     first must be one that no cell repeats, since that would take the place of them all
   */
  public JavaShell(
      ClassPath classPath,
      NotebookDeclarations declarations,
      TypeIndex index,
      List<String> imports) {
    this.classPath = new CompileClassPath(classPath);
    execution =
        new SnippetExecution(new SnippetClassLoader(JavaShell.class.getClassLoader()), lock);
    opening =
        CompletableFuture.supplyAsync(
            () -> open(new SnippetRunner(execution, this.classPath, declarations, index), imports),
            task -> new Thread(task, "kernel-shell").start());
  }

  private static SnippetRunner open(SnippetRunner runner, List<String> imports) {
    JShell jshell = runner.jshell();
    boolean accepted =
        jshell.eval(String.join("\n", imports)).stream() // one by one would take ten times as long
            .allMatch(event -> event.status().isActive());
    if (!accepted) {
      imports.forEach(jshell::eval);
    }
    return runner;
  }

  /** Does what the first snippet would wait for and JShell, while it opens, does not need. */
  public void prepare() {
    SnippetClasses.loadWeaver();
  }

  /**
   * Brings names into scope, as {@code import java.util.*;}; those not on the path are left out.
   */
  public void addImports(List<String> imports) {
    withJShell(shell -> imports.stream().map(shell::eval).toList());
  }

  /** The class loader of cells; sees jars that were added. */
  public ClassLoader classLoader() {
    return execution.loader();
  }

  /** Asks JShell something, from any thread; waits while a snippet is being compiled. */
  public <T> T withJShell(Function<JShell, T> question) {
    return inside(runner -> question.apply(runner.jshell()));
  }

  private <T> T inside(Function<SnippetRunner, T> question) {
    SnippetRunner runner = opening.join();
    boolean interruptible = CellInterrupt.allow(false);
    lock.lock();
    try {
      return question.apply(runner);
    } finally {
      lock.unlock();
      CellInterrupt.allow(interruptible);
    }
  }

  /** Cuts a cell into snippets. */
  public List<SnippetSpan> split(CellSource cell) throws CellFailure {
    try {
      return withJShell(shell -> cell.snippets(shell.sourceCodeAnalysis()));
    } catch (StackOverflowError | InternalError e) {
      throw SnippetRunner.compilerGaveUp(e);
    }
  }

  /** Whether the snippet is unfinished or no Java at all, so that running it can only fail. */
  public boolean isBroken(SnippetSpan snippet) {
    return withJShell(
        shell -> {
          Completeness completeness =
              shell.sourceCodeAnalysis().analyzeCompletion(snippet.source()).completeness();
          boolean doubtful = completeness == Completeness.UNKNOWN || !completeness.isComplete();
          return doubtful
              && shell.sourceCodeAnalysis().sourceToSnippets(snippet.source()).stream()
                  .allMatch(parsed -> parsed.kind() == Snippet.Kind.ERRONEOUS);
        });
  }

  /**
   * Runs one snippet.
   *
   * @return the value if the snippet is an expression with one
   */
  public Optional<CellValue> run(SnippetSpan snippet) throws CellFailure {
    SnippetRunner runner = opening.join();
    boolean interruptible = CellInterrupt.allow(false);
    lock.lock();
    try {
      return runner.run(snippet);
    } finally {
      lock.unlock();
      CellInterrupt.allow(interruptible);
    }
  }

  /** The error for what was thrown elsewhere: by a cell's thread, or by a value that is shown. */
  public CellError explain(Throwable thrown) {
    return inside(runner -> runner.explain(thrown));
  }

  /** The notebook's variables in order of declaration. */
  public List<NotebookVariable> variables() {
    return inside(
        runner ->
            runner.variables().snippets().stream()
                .map(variable -> new NotebookVariable(variable.name(), variable.typeName()))
                .toList());
  }

  /** The value of a variable; empty if there is none of that name, or it is null. */
  public Optional<Object> variable(String name) {
    return inside(runner -> runner.variables().find(name).flatMap(runner.variables()::value));
  }

  /** Forgets everything that cells have declared; imports stay. */
  public void reset() {
    withJShell(
        shell -> {
          List<Snippet> declared =
              shell
                  .snippets()
                  .filter(snippet -> snippet.kind() != Snippet.Kind.IMPORT)
                  .filter(snippet -> shell.status(snippet).isActive())
                  .toList();
          List<SnippetEvent> events = new ArrayList<>();
          declared.forEach(snippet -> events.addAll(shell.drop(snippet)));
          return events;
        });
  }

  /** Adds a jar or a folder of classes for cells to compile against and run with. */
  public void addToClassPath(Path entry) {
    withJShell(
        shell -> {
          classPath.add(entry);
          execution.loader().addPath(entry);
          return entry;
        });
  }

  @Override
  public void close() {
    withJShell(
        shell -> {
          shell.close();
          return shell;
        });
  }
}
