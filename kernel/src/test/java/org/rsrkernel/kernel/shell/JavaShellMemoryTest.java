package org.rsrkernel.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.analysis.NotebookDeclarations;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.source.CellSource;
import org.rsrkernel.kernel.source.SnippetSpan;

/**
 * A shell after hundreds of cells. Needs {@code --add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED}, as
 * kernels are started.
 */
class JavaShellMemoryTest {
  private static final int CELLS = 330;
  private static final int MOST_SNIPPETS = 300;

  private static JavaShell shell;
  private static IntSupplier leftByACell;
  private static WeakReference<Class<?>> unused;

  @BeforeAll
  static void runManyCells() throws CellFailure {
    shell =
        new JavaShell(
            ClassPath.ofJvm(),
            new NotebookDeclarations(),
            new TypeIndex(ClassPath.ofJvm()),
            List.of("import java.util.function.*;"));
    run("int kept = 5; int twice(int i) { return 2 * i; } int replaced() { return 6; }");
    leftByACell = (IntSupplier) run("(IntSupplier) () -> replaced() * kept");
    unused = new WeakReference<>(run("(IntSupplier) () -> 1").getClass());
    for (int i = 0; i < CELLS; i++) {
      run(i % 2 == 0 ? "int replaced() { return " + i + "; }" : "kept + " + i);
    }
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  @Test
  void snippetsThatNoCellCanName_areForgotten() {
    assertThat(shell.<Long>withJShell(jshell -> jshell.snippets().count()))
        .isLessThan(MOST_SNIPPETS);
  }

  @Test
  void whatCellsCanName_stays() throws CellFailure {
    assertThat(run("twice(kept) + replaced()")).isEqualTo(2 * 5 + CELLS - 2);
  }

  @Test
  void whatForgottenSnippetsLeftRunning_goesOn() {
    System.gc();
    assertThat(leftByACell.getAsInt()).as("linked only now").isEqualTo(6 * 5);
  }

  @Test
  void classesOfForgottenSnippets_areUnloaded() {
    for (int attempt = 0; attempt < 20 && unused.get() != null; attempt++) {
      System.gc();
    }
    assertThat(unused.get()).isNull();
  }

  @Test
  void membersOpenToTheirPackage_areSeenByLaterCells() throws CellFailure {
    run("class Point { int x = 3; protected int y() { return 4; } }");
    run("var point = new Point();");
    assertThat(run("point.x + point.y()")).isEqualTo(7);
    run("int sum(Point p) { return p.x + p.y(); }");
    assertThat(run("sum(point)")).isEqualTo(7);
  }

  private static Object run(String code) throws CellFailure {
    Optional<CellValue> value = Optional.empty();
    for (SnippetSpan snippet : shell.split(CellSource.of(1, code))) {
      value = shell.run(snippet);
    }
    return value.map(CellValue::value).orElse(null);
  }
}
