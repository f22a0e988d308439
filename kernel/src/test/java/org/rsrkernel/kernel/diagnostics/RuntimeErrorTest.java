package org.rsrkernel.kernel.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.source.CellRunner;

class RuntimeErrorTest {

  private final CellRunner runner = new CellRunner();
  private final CellDiagnostics diagnostics =
      new CellDiagnostics(
          runner.shell, runner.origins, ClassPath.ofJvm(), new TypeIndex(ClassPath.ofJvm()));

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void runtimeError_marksTheLinesOfBothCells() {
    runner.run("int inverse(int x) {\n  return 1 / x;\n}");

    CellError error = errorOf("int a = 0;\ninverse(a)");

    assertThat(error.name()).isEqualTo("ArithmeticException");
    assertThat(error.value()).isEqualTo("/ by zero");
    assertThat(error.plainText())
        .isEqualTo(
            """
            ArithmeticException: / by zero
              Cell In[1], line 2, in inverse
                    1 | int inverse(int x) {
              -->   2 |   return 1 / x;
                    3 | }
              Cell In[2], line 2
                    1 | int a = 0;
              -->   2 | inverse(a)\
            """);
  }

  @Test
  void runtimeError_showsLibraryFramesAndNoMachinery() {
    assertThat(errorOf("Integer.parseInt(\"x\")").plainText())
        .contains("java.lang.Integer.parseInt", "Cell In[1], line 1")
        .doesNotContain("jdk.jshell", "REPL", "do_it", "reflect");
  }

  @Test
  void runtimeError_showsCauses() {
    assertThat(
            errorOf(
                    "throw new IllegalStateException(\"outer\",\n    new java.io.IOException(\"inner\"));")
                .plainText())
        .contains("IllegalStateException: outer", "Caused by: java.io.IOException: inner");
  }

  @Test
  void runtimeError_ofEndlessRecursion_staysShort() {
    runner.run("int down(int n) {\n  return down(n + 1) + 1;\n}");

    CellError error = errorOf("down(0)");

    assertThat(error.name()).isEqualTo("StackOverflowError");
    assertThat(error.plainText())
        .startsWith(
            """
            StackOverflowError
              Cell In[1], line 2, in down
                    1 | int down(int n) {
              -->   2 |   return down(n + 1) + 1;
                    3 | }
              … and so""");
  }

  @Test
  void runtimeError_insideALambda_namesItsLine() {
    assertThat(
            errorOf("java.util.List.of(1, 0).forEach(\n    x -> System.out.println(1 / x));")
                .plainText())
        .contains("Cell In[1], line 2, in a lambda");
  }

  @Test
  void runtimeError_insideAClass_namesItsMethod() {
    runner.run(
        "class Box {\n  int open() {\n    throw new IllegalStateException(\"shut\");\n  }\n}");

    assertThat(errorOf("new Box().open()").plainText())
        .contains("Cell In[1], line 3, in Box.open", "Cell In[2], line 1");
  }

  @Test
  void runtimeError_ofAnUndeclaredName_saysWhatToDeclare() {
    runner.run("int f() { return missing(); }");

    assertThat(errorOf("f()").plainText())
        .startsWith(
            "UndefinedName: declare method missing() before this is used\n  Cell In[1], line 1, in f");
  }

  @Test
  void runtimeError_namesClassesAsTheCellsDo() {
    runner.run("class Full extends RuntimeException {}\nclass Box {}\nObject box = new Box();");

    assertThat(errorOf("throw new Full()").name()).isEqualTo("Full");
    assertThat(errorOf("(String) box").value())
        .isEqualTo("class Box cannot be cast to class String");
    runner.run("String nothing = null;");
    assertThat(errorOf("nothing.length()").value())
        .isEqualTo("Cannot invoke \"String.length()\" because \"nothing\" is null");
  }

  @Test
  void runtimeError_inAConstructorAndInALambdaOfAVariable() {
    runner.run("class Box { Box() { throw new IllegalStateException(); } }");
    runner.run("Runnable later = () -> new Box();");

    assertThat(errorOf("later.run()").plainText())
        .contains("Cell In[1], line 1, in new Box\n", "Cell In[2], line 1, in a lambda\n")
        .doesNotContain("Aux", "do_it");
  }

  private CellError errorOf(String code) {
    return diagnostics.runtimeError(runner.last(code).exception(), Optional.empty());
  }
}
