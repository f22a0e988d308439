package org.rsrkernel.kernel.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.rsrkernel.kernel.analysis.NotebookDeclarations;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.diagnostics.CellDiagnostics;
import org.rsrkernel.kernel.diagnostics.CellError;
import org.rsrkernel.kernel.running.CellInterrupt;
import org.rsrkernel.kernel.running.CellInterruptedError;
import org.rsrkernel.kernel.source.SnippetOrigins;
import org.rsrkernel.kernel.source.SnippetSpan;

/**
 * Evaluates snippets and puts in order what they leave behind: values, errors, variables that were
 * reset, snippets that nobody can name any more. Used with JShell's lock held.
 */
final class SnippetRunner {
  private final SnippetExecution execution;
  private final JShell jshell;
  private final Variables variables;
  private final JShellMemory memory;
  private final Successors successors;
  private final NameClashes nameClashes;
  private final ExpressionVariable expressions = new ExpressionVariable();
  private final SnippetOrigins origins = new SnippetOrigins();
  private final CellDiagnostics diagnostics;

  SnippetRunner(
      SnippetExecution execution,
      CompileClassPath classPath,
      NotebookDeclarations declarations,
      TypeIndex index) {
    this.execution = execution;
    JShellIndex.switchOff();
    jshell =
        JShell.builder()
            .executionEngine(new InProcess(execution), Map.of())
            .fileManager(classPath::applyTo)
            .compilerOptions("-parameters")
            .build();
    jshell.onSnippetEvent(declarations::accept);
    variables = new Variables(jshell, execution);
    memory = new JShellMemory(jshell);
    successors = new Successors(execution.loader());
    nameClashes = new NameClashes(jshell);
    diagnostics = new CellDiagnostics(jshell, origins, classPath.entries(), index);
  }

  JShell jshell() {
    return jshell;
  }

  Variables variables() {
    return variables;
  }

  /**
   * Runs one snippet.
   *
   * @return the value if the snippet is an expression with one
   */
  Optional<CellValue> run(SnippetSpan snippet) throws CellFailure {
    KeptValues kept = new KeptValues(variables, successors);
    List<SnippetEvent> events = evaluate(snippet.source());
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
  }

  private List<SnippetEvent> evaluate(String source) throws CellFailure {
    try {
      Optional<String> declaration = expressions.declarationOf(source);
      if (declaration.isPresent()) {
        List<SnippetEvent> events = jshell.eval(declaration.get());
        if (events.get(0).status() != Status.REJECTED) {
          return events;
        }
      }
      return nameClashes.settle(source, jshell.eval(source));
    } catch (StackOverflowError | InternalError e) {
      throw compilerGaveUp(e);
    }
  }

  static CellFailure compilerGaveUp(Error e) {
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
  CellError explain(Throwable thrown) {
    Throwable seen = StrayException.asSeenBy(jshell, thrown);
    execution.takeThrown();
    return diagnostics.runtimeError(seen, Optional.of(thrown));
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

  private Optional<CellValue> value(SnippetEvent event) {
    Optional<Object> value = execution.takeValue();
    return hasValue(event.snippet())
        ? value.map(CellValue::new).or(() -> nullValue(event))
        : Optional.empty();
  }

  private static boolean hasValue(Snippet snippet) {
    return ExpressionVariable.isDeclaredBy(snippet)
        || snippet.subKind() == Snippet.SubKind.VAR_VALUE_SUBKIND
        || snippet.subKind() == Snippet.SubKind.OTHER_EXPRESSION_SUBKIND;
  }

  private static Optional<CellValue> nullValue(SnippetEvent event) {
    boolean variable = event.snippet().subKind() == Snippet.SubKind.VAR_VALUE_SUBKIND;
    boolean isNull = event.value() != null && (variable || event.snippet() instanceof VarSnippet);
    return isNull ? Optional.of(new CellValue(null)) : Optional.empty();
  }

  /** Bare expressions leave variables behind, which would slow down every later cell. */
  private void forgetBareExpressions(List<SnippetEvent> events) {
    for (SnippetEvent event : events) {
      Snippet snippet = event.snippet();
      if (snippet instanceof VarSnippet variable && ExpressionVariable.isDeclaredBy(variable)) {
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
