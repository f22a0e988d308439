package org.rsrkernel.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.analysis.NotebookDeclarations;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.source.CellSource;
import org.rsrkernel.kernel.source.SnippetSpan;

/** Expressions that stand alone in a cell, and what they mean there. */
class BareExpressionTest {
  private static JavaShell shell;

  @BeforeAll
  static void open() throws CellFailure {
    shell =
        new JavaShell(
            ClassPath.ofJvm(),
            new NotebookDeclarations(),
            new TypeIndex(ClassPath.ofJvm()),
            List.of("import java.util.function.*;", "import java.util.*;"));
    run("int n = 1; void nothing() {}");
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 1 | 2",
        "1 + 1 // two | 2",
        "n | 1",
        "\"a;\" | a;",
        "n == 1 ? 'x' : 'y' | x",
        "true ? 1 : 2.0 | 1.0",
        "switch (n) { case 1 -> 1; default -> 2.0; } | 1.0",
        "new int[] {n}.length | 1",
        "new ArrayList<>(List.of(n)) | [1]",
        "((Supplier<Integer>) () -> n).get() | 1",
        "Optional.of(n).map(i -> { return i + 1; }).get() | 2",
      })
  void expression_hasTheValueItHasAlone(String expression, String value) throws CellFailure {
    assertThat(run(expression).orElseThrow().value()).hasToString(value);
  }

  @Test
  void null_isAValue() throws CellFailure {
    assertThat(run("(String) null")).contains(new CellValue(null));
  }

  @Test
  void assignmentsAndMethodsWithoutResult_showNothing() throws CellFailure {
    assertThat(run("n = 1")).isEmpty();
    assertThat(run("nothing()")).isEmpty();
  }

  @Test
  void expressions_leaveNoVariables() throws CellFailure {
    run("n + 1");
    assertThat(shell.variables()).hasSize(1);
  }

  @Test
  void importOfACell_leavesTheNotebooksImportsInScope() throws CellFailure {
    run("import java.util.*;");
    assertThat(run("(Supplier<Object>) List::of")).isPresent();
  }

  private static Optional<CellValue> run(String code) throws CellFailure {
    Optional<CellValue> value = Optional.empty();
    for (SnippetSpan snippet : shell.split(CellSource.of(1, code))) {
      value = shell.run(snippet);
    }
    return value;
  }
}
