package org.rsrkernel.kernel.magic;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rsrkernel.kernel.diagnostics.CellError;
import org.rsrkernel.kernel.running.CellInterrupt;
import org.rsrkernel.kernel.shell.CellFailure;
import org.rsrkernel.kernel.shell.CellValue;
import org.rsrkernel.kernel.shell.JavaShell;
import org.rsrkernel.kernel.source.CellSource;
import org.rsrkernel.kernel.source.SnippetSpan;

/**
 * Runs cells: Java snippets and magics in the order they stand. Belongs to the thread that runs
 * cells; a magic may run another cell's text from within.
 */
public final class CellRunner {
  private final JavaShell shell;
  private final CellParser parser;
  private final MagicRunner magics;

  /**
   * @param display shows the value of a magic that is not the last of its cell
   */
  public CellRunner(JavaShell shell, MagicRegistry registry, Consumer<Object> display) {
    this.shell = shell;
    this.parser = new CellParser(registry);
    this.magics = new MagicRunner(registry, display);
    MagicCall.answerWith(magics);
  }

  /**
   * Runs a cell. Nothing of it runs if a part is no Java.
   *
   * @param number its execution count, for error messages
   * @return the value of its last expression or magic
   */
  public Optional<CellValue> run(int number, String code) throws CellFailure {
    return run(CellSource.nameOf(number), code);
  }

  /**
   * Runs text as if it were a cell.
   *
   * @param name what errors call it
   */
  Optional<CellValue> run(String name, String code) throws CellFailure {
    CellProgram program = parser.parse(name, code);
    if (program.cellMagic().isPresent()) {
      return magic(() -> magics.cell(program.cellMagic().get()));
    }
    List<SnippetSpan> snippets = shell.split(program.source());
    List<Step> steps = steps(program, snippets);
    if (steps.size() > 1 && !snippets.isEmpty()) {
      SnippetSpan last = snippets.get(snippets.size() - 1);
      if (shell.isBroken(last)) {
        return shell.run(last);
      }
    }
    return run(steps);
  }

  /** The error for what was thrown when a value was shown. */
  public CellError explain(Throwable thrown) {
    return shell.explain(thrown);
  }

  private Optional<CellValue> run(List<Step> steps) throws CellFailure {
    Optional<CellValue> result = Optional.empty();
    for (Iterator<Step> rest = steps.iterator(); rest.hasNext(); ) {
      Step step = rest.next();
      result = step.run();
      if (CellInterrupt.requested()) {
        throw CellFailure.of("CellInterrupted", "the cell was interrupted", null);
      }
      if (rest.hasNext() && step.isMagic()) {
        result.map(CellValue::value).ifPresent(magics::show);
      }
    }
    return result;
  }

  private List<Step> steps(CellProgram program, List<SnippetSpan> snippets) {
    List<Step> steps = new ArrayList<>();
    Iterator<MagicUse> lines = program.lines().iterator();
    MagicUse line = lines.hasNext() ? lines.next() : null;
    for (SnippetSpan snippet : snippets) {
      while (line != null && line.start() < firstCharacter(snippet)) {
        steps.add(new MagicStep(line, program.source()));
        line = lines.hasNext() ? lines.next() : null;
      }
      if (!snippet.source().strip().equals(";")) {
        steps.add(new JavaStep(snippet));
      }
    }
    for (; line != null; line = lines.hasNext() ? lines.next() : null) {
      steps.add(new MagicStep(line, program.source()));
    }
    return steps;
  }

  private static int firstCharacter(SnippetSpan snippet) {
    String source = snippet.source();
    return snippet.start() + source.length() - source.stripLeading().length();
  }

  private interface Step {
    Optional<CellValue> run() throws CellFailure;

    boolean isMagic();
  }

  private final class JavaStep implements Step {
    private final SnippetSpan snippet;

    JavaStep(SnippetSpan snippet) {
      this.snippet = snippet;
    }

    @Override
    public Optional<CellValue> run() throws CellFailure {
      return shell.run(snippet);
    }

    @Override
    public boolean isMagic() {
      return false;
    }
  }

  private final class MagicStep implements Step {
    private final MagicUse use;
    private final String linesBefore;

    MagicStep(MagicUse use, CellSource cell) {
      this.use = use;
      this.linesBefore = "\n".repeat(cell.lineAt(use.start()) - 1);
    }

    @Override
    public Optional<CellValue> run() throws CellFailure {
      return magic(() -> magics.line(use.name(), linesBefore + use.arguments()));
    }

    @Override
    public boolean isMagic() {
      return true;
    }
  }

  private interface MagicBody {
    Optional<Object> run() throws Exception;
  }

  private static Optional<CellValue> magic(MagicBody body) throws CellFailure {
    try {
      return body.run().map(CellValue::new);
    } catch (CellFailure ofNestedCell) {
      throw ofNestedCell;
    } catch (Exception | Error e) {
      if (CellInterrupt.requested() || e instanceof InterruptedException) {
        throw CellFailure.of("CellInterrupted", "the cell was interrupted", e);
      }
      String message = e.getMessage() == null ? e.toString() : e.getMessage();
      throw CellFailure.of(e.getClass().getSimpleName(), message, e);
    }
  }
}
