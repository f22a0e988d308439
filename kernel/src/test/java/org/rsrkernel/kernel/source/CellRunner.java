package org.rsrkernel.kernel.source;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;

/** Runs cells in a real JShell as the kernel does, for tests. */
public final class CellRunner implements AutoCloseable {

  public final JShell shell = JShell.builder().executionEngine("local").build();
  public final SnippetOrigins origins = new SnippetOrigins();
  private int cells;

  /** What evaluating one snippet gave. */
  public record Step(List<SnippetSpan> snippets, int index, List<SnippetEvent> events) {
    public SnippetSpan snippet() {
      return snippets.get(index);
    }

    public Exception exception() {
      return events.get(0).exception();
    }
  }

  /** Runs all snippets of a cell, also after a failed one. */
  public List<Step> run(String code) {
    return run(CellSource.of(++cells, code));
  }

  public List<Step> run(CellSource cell) {
    List<SnippetSpan> snippets = cell.snippets(shell.sourceCodeAnalysis());
    List<Step> steps = new ArrayList<>();
    for (int index = 0; index < snippets.size(); index++) {
      SnippetSpan span = snippets.get(index);
      List<SnippetEvent> events = shell.eval(span.source());
      events.stream()
          .filter(event -> event.causeSnippet() == null)
          .forEach(event -> origins.record(event.snippet(), span));
      steps.add(new Step(snippets, index, events));
    }
    return steps;
  }

  /** Runs a cell and returns its last snippet's step. */
  public Step last(String code) {
    List<Step> steps = run(code);
    return steps.get(steps.size() - 1);
  }

  @Override
  public void close() {
    shell.close();
  }
}
