package org.rsrkernel.kernel.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.source.CellRunner;
import org.rsrkernel.kernel.source.CellRunner.Step;
import org.rsrkernel.kernel.source.CellSource;

class CompileErrorTest {

  private final CellRunner runner = new CellRunner();
  private final CellDiagnostics diagnostics =
      new CellDiagnostics(runner.shell, runner.origins, ClassPath.ofJvm());

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void compileError_showsPlaceLineCaretAndProposal() {
    runner.run("int total = 3;");

    CellError error = errorOf("int a = 1;\nint b = a + totl;");

    assertThat(error.name()).isEqualTo("CompileError");
    assertThat(error.value()).isEqualTo("line 2: There is no variable `totl`.");
    assertThat(error.plainText())
        .isEqualTo(
            """
            Cell[2], line 2: There is no variable `totl`.
                    2 | int b = a + totl;
                                    ^^^^
              Did you mean total?\
            """);
  }

  @Test
  void compileError_listsEveryErrorOfTheSnippet() {
    CellError error = errorOf("void f() {\n  int a = \"one\";\n  int b = \"two\";\n}");

    assertThat(error.value())
        .isEqualTo("line 2: This is `String`, but `int` is needed here. (and 1 more)");
    assertThat(error.plainText()).contains("Cell[1], line 2", "Cell[1], line 3");
  }

  @Test
  void compileError_listsErrorsOfTheSnippetsThatDoNotRun() {
    runner.run("int total = 3; int unrelated = 4;");
    runner.run("int twice(int x) { return 2 * x; }\nclass Box { int size = twice(total); }");
    List<Step> steps =
        runner.run(
            "int a = totl;\nint b = a + twice(1);\nString c = twice(2);\nint d = new Box().sise;\nint e = 5 +;");
    Step failed = steps.get(0);

    String text =
        diagnostics.compileError(failed.snippet(), failed.events()).orElseThrow().plainText();

    assertThat(text.lines().filter(line -> line.startsWith("Cell[")))
        .containsExactly(
            "Cell[3], line 1: There is no variable `totl`.",
            "Cell[3], line 3: This is `int`, but `String` is needed here.",
            "Cell[3], line 4: `Box` has no field or variable `sise`.",
            "Cell[3], line 5: A value is expected here.");
  }

  @Test
  void compileError_runsNothingWhileItLooksFurther() {
    List<Step> steps = runner.run("int a = b;\nSystem.setProperty(\"looked.further\", \"ran\");");
    System.clearProperty("looked.further");

    diagnostics.compileError(steps.get(0).snippet(), steps.get(0).events());

    assertThat(System.getProperty("looked.further")).isNull();
  }

  @Test
  void compileError_colours() {
    assertThat(String.join("\n", errorOf("int a = b;").traceback()))
        .contains("\u001B[1;31m^\u001B[0m");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "abc".lenght();          | `String` has no method `lenght()`.                | length
          Math.maxx(1, 2);         | `Math` has no method `maxx(int,int)`.             | max
          Files.exists(null);      | There is no class or variable `Files`, or it is not imported. | import java.nio.file.Files;
          new ArayList<String>();  | There is no class `ArayList`, or it is not imported. |
          new ArrayList<String>(); | There is no class `ArrayList`, or it is not imported. | import java.util.ArrayList;
          """)
  void compileError_ofAnUnknownName_proposesOne(String code, String message, String proposal) {
    runner.shell.sourceCodeAnalysis();

    assertThat(errorOf(code).plainText())
        .contains(message)
        .contains(proposal == null ? "" : proposal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int x = 1.5;                     | A `double` may lose digits as `int`; write `(int)` before it if that is meant.
          for (int i = 0; i < 3; i++) { int w = i } | `;` is missing here.
          String s = "abc                  | This string has no closing quote.
          int f() { }                      | This method can end without a `return`.
          if (true) {                      | The cell ends too early: a bracket, brace or semicolon is missing.
          import java.utill.*;             | There is no package `java.utill` on the class path.
          void g() { Thread.sleep(1); }    | `InterruptedException` must be caught here, or declared with `throws InterruptedException`.
          "a" - 1;                         | `-` does not work between `String` and `int`.
          int y = 5; y.foo();              | `int` is a primitive: it has no methods or fields.
          Integer.parseInt("1", 2, 3);     | no suitable method found
          """)
  void compileError_saysItInPlainWords(String code, String message) {
    assertThat(errorOf(code).plainText()).contains(message);
  }

  @Test
  void compileError_inALineWithAMagic_showsWhatWasWritten() {
    CellSource cell =
        new CellSource(
            7, "var t = %rsr load demo;\nint n = t.foo;", "var t = \"load demo\";\nint n = t.foo;");

    var steps = runner.run(cell);
    Step failed = steps.get(1);

    assertThat(
            diagnostics.compileError(failed.snippet(), failed.events()).orElseThrow().plainText())
        .contains("Cell[7], line 2: `String` has no field `foo`.");
  }

  @Test
  void compileError_caretStaysUnderTheCode_afterTabsAndEmoji() {
    assertThat(errorOf("\tString s = \"😀\" + nope;").plainText())
        .contains("1 | \tString s = \"😀\" + nope;\n            \t                 ^^^^");
  }

  @Test
  void compileError_ofAGoodSnippet_isNone() {
    Step step = runner.last("int a = 1;");

    assertThat(diagnostics.compileError(step.snippet(), step.events())).isEmpty();
    assertThat(diagnostics.warnings(step.snippet(), step.events())).isEmpty();
  }

  @Test
  void warnings_nameWhatAMethodBodyLacks() {
    Step step = runner.last("int twice(int x) {\n  return times(x, 2);\n}");

    assertThat(Ansi.strip(diagnostics.warnings(step.snippet(), step.events()).orElseThrow()))
        .isEqualTo(
            """
            Warning, Cell[1], line 2: There is no method `times(int,int)` yet: this fails until it is declared.
                    2 |   return times(x, 2);
                                 ^^^^^
            """);
  }

  @Test
  void warnings_waitForTheRestOfTheCell() {
    Step early =
        runner
            .run(
                "int even(int n) { return n == 0 ? 1 : odd(n - 1); }\nint odd(int n) { return n == 0 ? 0 : even(n - 1); }")
            .get(0);

    assertThat(diagnostics.warnings(early.snippet(), early.events())).isEmpty();
  }

  private CellError errorOf(String code) {
    Step step = runner.last(code);
    return diagnostics.compileError(step.snippet(), step.events()).orElseThrow();
  }
}
