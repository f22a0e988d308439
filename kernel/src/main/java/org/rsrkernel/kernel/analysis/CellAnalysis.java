package org.rsrkernel.kernel.analysis;

import java.util.Optional;
import java.util.function.Function;

/**
 * Answers questions about a cell that is being written, with all that earlier cells declared in
 * scope. Thread-safe, and never waits for a running cell.
 */
public final class CellAnalysis {

  private final NotebookDeclarations declarations;
  private final CompilerPool compilers;

  public CellAnalysis(NotebookDeclarations declarations, CompilerPool compilers) {
    this.declarations = declarations;
    this.compilers = compilers;
  }

  /**
   * Compiles a cell up to the cursor.
   *
   * @param before the cell's Java text up to the start of the name the cursor is in
   * @return the answer; empty where the text is such that the compiler breaks down over it
   */
  public <R> Optional<R> atCursor(String before, Function<CursorView, R> question) {
    try {
      return Optional.of(
          compilers.withTask(
              source(before),
              task -> question.apply(CursorView.of(task, CursorView.NAME_AT_CURSOR))));
    } catch (RuntimeException | AssertionError | StackOverflowError compilerBrokeDown) {
      return Optional.empty(); // half-written text breaks javac now and then; the next key mends it
    }
  }

  private String source(String before) {
    CellOutline cell = CellOutline.of(before + CursorView.NAME_AT_CURSOR);
    return declarations.imports()
        + cell.imports()
        + "class "
        + CursorView.NOTEBOOK
        + " {\n"
        + declarations.members()
        + "}\nclass "
        + CursorView.CELL
        + " extends "
        + CursorView.NOTEBOOK
        + " {\n"
        + cell.members()
        + "static void cell$$() throws Throwable {\n"
        + cell.statements()
        + "\n}\n}\n";
  }
}
