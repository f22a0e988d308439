package org.rsrkernel.kernel.analysis;

import com.sun.source.util.JavacTask;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Answers questions about a cell that is being written, with all that earlier cells declared in
 * scope. Thread-safe, and never waits for a running cell.
 */
public final class CellAnalysis {

  private static final String NAME_FOLLOWS = "/*" + CursorView.NAME_AT_CURSOR + "*/";

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
   * @param after the text behind the cursor, of which methods and classes are in scope
   * @return the answer; empty where the text is such that the compiler breaks down over it
   */
  public <R> Optional<R> atCursor(String before, String after, Function<CursorView, R> question) {
    return ask(
        source(before + CursorView.NAME_AT_CURSOR, after),
        (task, source) -> question.apply(CursorView.ofName(task, CursorView.NAME_AT_CURSOR)));
  }

  /**
   * Compiles a cell up to the end of a name or of the call of that name, so that the compiler says
   * which of several overloads is meant.
   *
   * @param before the cell's Java text up to the start of the name
   * @param nameAndArguments the name, and what stands in brackets behind it
   * @return as {@link #atCursor}
   */
  public <R> Optional<R> atName(
      String before,
      String name,
      String nameAndArguments,
      String after,
      Function<CursorView, R> question) {
    return ask(
        source(before + NAME_FOLLOWS + nameAndArguments, after),
        (task, source) -> {
          int position = source.lastIndexOf(NAME_FOLLOWS) + NAME_FOLLOWS.length();
          return question.apply(CursorView.ofPosition(task, name, position));
        });
  }

  private <R> Optional<R> ask(String source, BiFunction<JavacTask, String, R> question) {
    try {
      return Optional.of(compilers.withTask(source, task -> question.apply(task, source)));
    } catch (RuntimeException | AssertionError | StackOverflowError compilerBrokeDown) {
      return Optional.empty(); // half-written text breaks javac now and then; the next key mends it
    }
  }

  private String source(String code, String after) {
    CellOutline cell = CellOutline.of(code);
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
        + CellOutline.declarationsIn(after)
        + "static void cell$$() throws Throwable {\n"
        + cell.statements()
        + "\n}\n}\n";
  }
}
