package org.rsrkernel.kernel.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.analysis.NotebookDeclarations;
import org.rsrkernel.kernel.diagnostics.CellDiagnostics;
import org.rsrkernel.kernel.diagnostics.CellError;
import org.rsrkernel.kernel.extension.NotebookVariable;
import org.rsrkernel.kernel.running.CellInterrupt;
import org.rsrkernel.kernel.running.CellInterruptedError;
import org.rsrkernel.kernel.source.CellSource;
import org.rsrkernel.kernel.source.SnippetOrigins;
import org.rsrkernel.kernel.source.SnippetSpan;

/**
 * The notebook's Java: compiles and runs snippets, holds variables.
 *
 * <p>JShell is not thread-safe, so a lock guards it. The lock is free while a snippet's own code
 * runs; other threads reach JShell through {@link #withJShell} then. Snippets run on the thread
 * that calls {@link #run}, one at a time.
 */
public final class JavaShell implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final ClassPath classPath;
  private StandardJavaFileManager files;
  private final SnippetExecution execution;
  private final JShell jshell;
  private final Variables variables;
  private final JShellMemory memory;
  private final Successors successors;
  private final NameClashes nameClashes;
  private final SnippetOrigins origins = new SnippetOrigins();
  private final CellDiagnostics diagnostics;

  /**
   * @param classPath what snippets compile against; they run with the kernel's class loader
   * @param declarations told of everything that cells declare
   * @param imports import declarations in scope of every cell
   */
  public JavaShell(ClassPath classPath, NotebookDeclarations declarations, List<String> imports) {
    this.classPath = classPath;
    SnippetClassLoader loader = new SnippetClassLoader(JavaShell.class.getClassLoader());
    execution = new SnippetExecution(loader, lock);
    jshell =
        JShell.builder()
            .executionEngine(new InProcess(execution), Map.of())
            .fileManager(this::withClassPath)
            .compilerOptions("-parameters")
            .build();
    jshell.onSnippetEvent(declarations::accept);
    variables = new Variables(jshell, execution);
    memory = new JShellMemory(jshell);
    successors = new Successors(execution.loader());
    nameClashes = new NameClashes(jshell);
    diagnostics = new CellDiagnostics(jshell, origins, classPath);
    addImports(imports);
  }

  /**
   * Brings names into scope, as {@code import java.util.*;}; those not on the path are left out.
   */
  public void addImports(List<String> imports) {
    withJShell(shell -> imports.stream().map(shell::eval).toList());
  }

  /** Runs something once, so that the first cell finds compiler and loader warm. */
  public void warmUp() {
    withJShell(
        shell -> {
          CellSource.of(0, "1 + 1").snippets(shell.sourceCodeAnalysis());
          shell.eval("1 + 1").forEach(event -> shell.drop(event.snippet()));
          return execution.takeValue();
        });
  }

  /** The class loader of cells; sees jars that were added. */
  public ClassLoader classLoader() {
    return execution.loader();
  }

  /** Asks JShell something, from any thread; waits while a snippet is being compiled. */
  public <T> T withJShell(Function<JShell, T> question) {
    boolean interruptible = CellInterrupt.allow(false);
    lock.lock();
    try {
      return question.apply(jshell);
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
      throw compilerGaveUp(e);
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
    boolean interruptible = CellInterrupt.allow(false);
    lock.lock();
    try {
      KeptValues kept = new KeptValues(variables, successors);
      List<SnippetEvent> events = evaluate(snippet);
      events.stream()
          .filter(event -> event.causeSnippet() == null) // the others are older ones, compiled anew
          .forEach(event -> origins.record(event.snippet(), snippet));
      Optional<CellValue> value = events.stream().findFirst().flatMap(this::value);
      Optional<Throwable> thrown = execution.takeThrown();
      List<String> lost = kept.restore(events);
      try {
        failIfNeeded(snippet, events, thrown.orElse(null));
        warn(snippet, events, lost);
        return value;
      } finally {
        forgetBareExpressions(events);
        forgetTheDead();
      }
    } finally {
      lock.unlock();
      CellInterrupt.allow(interruptible);
    }
  }

  private List<SnippetEvent> evaluate(SnippetSpan snippet) throws CellFailure {
    try {
      return nameClashes.settle(snippet.source(), jshell.eval(snippet.source()));
    } catch (StackOverflowError | InternalError e) {
      throw compilerGaveUp(e);
    }
  }

  private static CellFailure compilerGaveUp(Error e) {
    String text = "the Java compiler gave up (" + e + "): is an expression very long or nested?";
    return CellFailure.of("CompileError", text, e);
  }

  private void warn(SnippetSpan snippet, List<SnippetEvent> events, List<String> lost) {
    diagnostics.warnings(snippet, events).ifPresent(System.err::print);
    if (!lost.isEmpty()) {
      System.err.println(
          "Emptied, because the value is of a class as it was before: " + String.join(", ", lost));
    }
  }

  /** The error for what was thrown elsewhere: by a cell's thread, or by a value that is shown. */
  public CellError explain(Throwable thrown) {
    return withJShell(
        shell -> {
          Throwable seen = StrayException.asSeenBy(shell, thrown);
          execution.takeThrown();
          return diagnostics.runtimeError(seen, Optional.of(thrown));
        });
  }

  private void failIfNeeded(SnippetSpan snippet, List<SnippetEvent> events, Throwable thrown)
      throws CellFailure {
    var compileError = diagnostics.compileError(snippet, events);
    if (compileError.isPresent()) {
      throw new CellFailure(compileError.get(), null);
    }
    for (SnippetEvent event : events) {
      if (event.exception() != null) {
        throw failure(thrown, event.exception());
      }
    }
  }

  private CellFailure failure(Throwable thrown, Throwable asSeenByJShell) {
    if (CellInterrupt.requested() || thrown instanceof CellInterruptedError) {
      return CellFailure.of("CellInterrupted", "the cell was interrupted", thrown);
    }
    if (thrown instanceof ExitRequestedError) {
      return CellFailure.of("SystemExit", thrown.getMessage(), thrown);
    }
    return new CellFailure(
        diagnostics.runtimeError(asSeenByJShell, Optional.ofNullable(thrown)), thrown);
  }

  private static boolean hasValue(Snippet snippet) {
    return switch (snippet.subKind()) {
      case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND -> true;
      default -> false;
    };
  }

  private Optional<CellValue> value(SnippetEvent event) {
    Optional<Object> value = execution.takeValue();
    return hasValue(event.snippet())
        ? value.map(CellValue::new).or(() -> nullValue(event))
        : Optional.empty();
  }

  private static Optional<CellValue> nullValue(SnippetEvent event) {
    boolean variable = event.snippet().subKind() == Snippet.SubKind.VAR_VALUE_SUBKIND;
    boolean isNull = event.value() != null && (variable || event.snippet() instanceof VarSnippet);
    return isNull ? Optional.of(new CellValue(null)) : Optional.empty();
  }

  /**
   * Bare expressions leave {@code $1}, {@code $2}… behind, which would slow down every later cell.
   */
  private void forgetBareExpressions(List<SnippetEvent> events) {
    for (SnippetEvent event : events) {
      Snippet snippet = event.snippet();
      if (snippet instanceof VarSnippet variable && Variables.isTemporary(variable)) {
        variables.release(variable);
        jshell.drop(variable);
      } else if (snippet.kind() == Snippet.Kind.STATEMENT
          || snippet.kind() == Snippet.Kind.EXPRESSION) {
        jshell.drop(snippet);
      }
    }
  }

  private void forgetTheDead() {
    SnippetClassLoader loader = execution.loader();
    memory
        .forgetTheDead(loader.recentClasses())
        .ifPresent(
            remembered -> {
              loader.retain(remembered.classes());
              origins.retain(remembered.snippetIds());
            });
  }

  /** The notebook's variables in order of declaration. */
  public List<NotebookVariable> variables() {
    return withJShell(
        shell ->
            variables.snippets().stream()
                .map(variable -> new NotebookVariable(variable.name(), variable.typeName()))
                .toList());
  }

  /** The value of a variable; empty if there is none of that name, or it is null. */
  public Optional<Object> variable(String name) {
    return withJShell(shell -> variables.find(name).flatMap(variables::value));
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
          classPath.add(List.of(entry));
          compileAgainst(classPath);
          execution.loader().addPath(entry);
          return entry;
        });
  }

  // JShell's own class path would begin with all that the kernel itself runs with.
  private StandardJavaFileManager withClassPath(StandardJavaFileManager compilerFiles) {
    files = compilerFiles;
    compileAgainst(classPath);
    return compilerFiles;
  }

  private void compileAgainst(ClassPath entries) {
    try {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, entries.entries());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the class path " + entries.entries(), e);
    }
  }

  @Override
  public void close() {
    withJShell(
        shell -> {
          shell.close();
          return shell;
        });
  }

  private record InProcess(DirectExecutionControl execution) implements ExecutionControlProvider {
    @Override
    public String name() {
      return "in-process";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
      return execution;
    }
  }
}
