package org.rsrkernel.kernel.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.source.CellRunner;
import org.rsrkernel.kernel.source.CellRunner.Step;
import org.rsrkernel.kernel.source.CellSource;

class CompileErrorTest {

  private final CellRunner runner = new CellRunner();
  private final CellDiagnostics diagnostics =
      new CellDiagnostics(
          runner.shell, runner.origins, ClassPath.ofJvm(), new TypeIndex(ClassPath.ofJvm()));

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
            There is no variable `totl`.
              Cell In[2], line 2
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
    assertThat(error.plainText()).contains("Cell In[1], line 2", "Cell In[1], line 3");
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

    assertThat(text.lines().filter(line -> line.matches("(There|This|`|A value).*|.*line \\d")))
        .containsExactly(
            "There is no variable `totl`.",
            "  Cell In[3], line 1",
            "This is `int`, but `String` is needed here.",
            "  Cell In[3], line 3",
            "`Box` has no field or variable `sise`.",
            "  Cell In[3], line 4",
            "A value is expected here.",
            "  Cell In[3], line 5");
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
        .contains("\u001B[31m^\u001B[0m");
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
          import java.utl.List;    | There is no package `java.utl`                       | Did you mean import java.util.List; or import java.awt.List;?
          java.utl.List<String> l; | There is no package `java.utl`                       | Did you mean java.util.List or java.awt.List
          import java.time.Lokal;  | There is no class `Lokal`, or it is not imported.     |
          import java.tme.*;       | There is no package `java.tme`                       | Did you mean import java.time.*;?
          print("x");              | There is no method `print(String)`.                  | Did you mean System.out.println?
          new Strng();             | There is no class `Strng`, or it is not imported.     | Did you mean String?
          new Locale2();           | There is no class `Locale2`, or it is not imported.   |
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
          int x = 1.5;                     | A value of type `double` may lose digits as `int`; write `(int)` before it if that is meant.
          for (int i = 0; i < 3; i++) { int w = i } | `;` is missing here.
          String s = "abc                  | This string has no closing quote.
          int f() { }                      | This method can end without a `return`.
          if (true) {                      | The cell ends too early: a bracket, brace or semicolon is missing.
          import java.utill.*;             | There is no package `java.utill` on the class path; %maven and %classpath add libraries.
          void g() { Thread.sleep(1); }    | `InterruptedException` must be caught here, or declared with `throws InterruptedException`.
          "a" - 1;                         | `-` does not work between `String` and `int`.
          int y = 5; y.foo();              | `int` is a primitive: it has no methods or fields.
          Math.max("a", 1);                | `max` takes (int,int) or (long,long) or (float,float) or (double,double), but gets (String,int).
          java.util.List<int> l;           | `int` is a primitive: a class is needed here, such as `Integer` or `Double`.
          java.util.List<String> l = java.util.List.of(1); | `Integer` does not fit here: `String` is needed.
          java.util.stream.Stream.of("a").map(String::lenth); | `String` has no method `lenth()`.
          var v = null;                    | Write a type instead of `var`: `null` has none.
          var v;                           | Write a type instead of `var`, or give a value: the type is that of the value.
          break;                           | This `break` is in no loop and no switch.
          void a() { }}                    | A statement is expected here; perhaps a brace is too many.
          int n = 12345678901;             | The number is too large for an `int`: write an `L` behind it.
          void h() { int n = 0; n++; Runnable r = () -> System.out.println(n); } | A variable that changes cannot be used in a lambda expression: copy it into one that does not.
          """)
  void compileError_saysItInPlainWords(String code, String message) {
    assertThat(errorOf(code).plainText()).contains(message);
  }

  @Test
  void compileError_inALineWithAMagic_showsWhatWasWritten() {
    CellSource cell =
        new CellSource(
            "Cell In[7]",
            "var t = %rsr load demo;\nint n = t.foo;",
            "var t = \"load demo\";\nint n = t.foo;");

    var steps = runner.run(cell);
    Step failed = steps.get(1);

    assertThat(
            diagnostics.compileError(failed.snippet(), failed.events()).orElseThrow().plainText())
        .contains("`String` has no field `foo`.\n  Cell In[7], line 2");
  }

  @Test
  void compileError_ofAnUnknownClass_isToldOnceALine_importFirst() {
    assertThat(errorOf("LocalDate day = LocalDate.now();").plainText())
        .isEqualTo(
            """
            There is no class `LocalDate`, or it is not imported.
              Cell In[1], line 1
                    1 | LocalDate day = LocalDate.now();
                        ^^^^^^^^^
              Did you mean import java.time.LocalDate;?\
            """);
  }

  @Test
  void compileError_ofAShortName_proposesNothingFarFetched() {
    runner.run("int x1 = 1; int a = 2;");
    assertThat(errorOf("x3 + b").plainText()).doesNotContain("Did you mean");
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
            Warning: There is no method `times(int,int)` yet: this fails until it is declared.
              Cell In[1], line 2
                    2 |   return times(x, 2);
                                 ^^^^^
            """);
  }

  @Test
  void warnings_nameAssignmentsToFinalVariables() {
    assertThat(warnings("/* once */ final int LIMIT = 3, OTHER = 4;")).isEmpty();
    assertThat(warnings("int next = LIMIT + 1;\nLIMIT = 5;"))
        .isEqualTo(
            """
            Warning: `LIMIT` was declared `final`, but cells can assign to it.
              Cell In[2], line 2
                    2 | LIMIT = 5;
                        ^^^^^
            """);
    assertThat(warnings("void more() { OTHER += 2; }")).contains("`OTHER`");
    assertThat(warnings("++LIMIT")).contains("`LIMIT`");
  }

  @Test
  void warnings_letFinalVariablesBeReadAndDeclaredAnew() {
    warnings("final int LIMIT = 3;");
    assertThat(warnings("boolean same = LIMIT == 3 && LIMIT >= 2; // LIMIT = 4")).isEmpty();
    assertThat(warnings("int own() { int LIMIT = 1; LIMIT = 2; return LIMIT; }")).isEmpty();
    assertThat(warnings("int LIMIT = 4;")).isEmpty();
    assertThat(warnings("LIMIT = 5;")).isEmpty();
  }

  private String warnings(String code) {
    StringBuilder warnings = new StringBuilder();
    for (Step step : runner.run(code)) {
      diagnostics
          .warnings(step.snippet(), step.events())
          .map(Ansi::strip)
          .ifPresent(warnings::append);
    }
    return warnings.toString();
  }

  @Test
  void warnings_waitForTheClassesThatASealedOnePermits() {
    for (Step step :
        runner.run(
            "sealed interface Shape permits Circle, Square {}\n"
                + "record Circle(double r) implements Shape {}\n"
                + "record Square(double s) implements Shape {}")) {
      assertThat(diagnostics.warnings(step.snippet(), step.events())).isEmpty();
    }
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
