package org.rsrkernel.kernel.analysis;

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
   */
  public <R> R atCursor(String before, Function<CursorView, R> question) {
    CellOutline cell = CellOutline.of(before + CursorView.NAME_AT_CURSOR);
    String source =
        declarations.imports()
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
    return compilers.withTask(
        source, task -> question.apply(CursorView.of(task, CursorView.NAME_AT_CURSOR)));
  }
}
