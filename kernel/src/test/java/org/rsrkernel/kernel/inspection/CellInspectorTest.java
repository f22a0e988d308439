package org.rsrkernel.kernel.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rsrkernel.kernel.analysis.CellAnalysis;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.analysis.CompilerPool;
import org.rsrkernel.kernel.analysis.NotebookDeclarations;
import org.rsrkernel.kernel.analysis.SomeMagics;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.source.CellRunner;

class CellInspectorTest {

  private static final ClassPath CLASS_PATH = ClassPath.ofJvm();
  private static final CompilerPool COMPILERS = new CompilerPool(CLASS_PATH);
  private static final TypeIndex INDEX = new TypeIndex(CLASS_PATH);

  private final CellRunner notebook = new CellRunner();
  private final NotebookDeclarations declarations = new NotebookDeclarations();
  private final CellInspector inspector =
      new CellInspector(
          new CellAnalysis(declarations, COMPILERS),
          INDEX,
          new SomeMagics(),
          new Documentation(CLASS_PATH),
          name -> Optional.of("value of " + name));

  CellInspectorTest() {
    notebook.shell.onSnippetEvent(declarations::accept);
    notebook.run("import java.util.*;");
  }

  @AfterEach
  void close() {
    notebook.close();
  }

  @Test
  void inspect_aVariable_showsTypeAndValue() {
    notebook.run("List<String> names = List.of();");

    assertThat(textAt("nam|es")).isEqualTo("List<String> names\n\nvalue of names");
    assertThat(textAt("int count = 3;\ncou|nt + 1")).isEqualTo("int count");
  }

  @Test
  void inspect_methods_wherever() {
    assertThat(textAt("Math.ma|x")).startsWith("Math.max(int");
    assertThat(textAt("Math.max(|")).startsWith("Math.max(int");
    assertThat(textAt("Math.max(1, |2)")).startsWith("Math.max(int");
    assertThat(textAt("Math.max(1, Math.abs(-1)|)")).startsWith("Math.max(int");
    assertThat(textAt("System.out.println(|")).startsWith("PrintStream.println(");
    assertThat(textAt("System.out.println(\"in a |string\")")).startsWith("PrintStream.println(");
  }

  @Test
  void inspect_aCall_showsTheOverloadThatTheCompilerTakes() {
    assertThat(firstLineAt("System.out.printl|n(\"a\")"))
        .isEqualTo("PrintStream.println(String) void");
    assertThat(firstLineAt("System.out.println(|1.5)"))
        .isEqualTo("PrintStream.println(double) void");
    assertThat(firstLineAt("Math.max(1L|, 2)")).isEqualTo("Math.max(long, long) long");
    assertThat(firstLineAt("List.of(\"a\").forEach(a -> System.out.pri|nt(a))"))
        .isEqualTo("PrintStream.print(String) void");
    assertThat(firstLineAt("new Array|List<>(3)")).isEqualTo("new ArrayList(int)");
    assertThat(firstLineAt("List.of(\"a\").stream().map(String::isBl|ank)"))
        .isEqualTo("String.isBlank() boolean");
  }

  @Test
  void inspect_whereSomethingIsDeclared() {
    assertThat(textAt("int cou|nt = 3;")).isEqualTo("int count");
    assertThat(textAt("int thr|ice(int w) { return 3 * w; }")).isEqualTo("thrice(int w) int");
    assertThat(textAt("record Ru|n(String id, int tokens) {}"))
        .isEqualTo("record Run(String id, int tokens)");
    assertThat(textAt("enum Split { TRAIN, TEST }\nSpl|it split;"))
        .isEqualTo("enum Split { TRAIN, TEST }");
  }

  @Test
  void inspect_constantsAndPackages() {
    assertThat(firstLineAt("Integer.MAX_V|ALUE")).isEqualTo("int Integer.MAX_VALUE = 2147483647");
    assertThat(textAt("java.ut|il.List")).isEqualTo("package java.util");
    assertThat(at("thi|s")).isEmpty();
  }

  @Test
  void inspect_aCall_showsTheFittingOverloadFirst() {
    assertThat(textAt("\"a\".substr|ing(1, 2)"))
        .startsWith("String.substring(int")
        .contains("Also:");
    assertThat(textAt("\"a\".indexO|f(1, 2)").lines().findFirst().orElseThrow()).contains(", int");
  }

  @Test
  void inspect_types() {
    assertThat(textAt("Strin|g")).startsWith("class java.lang.String : ");
    assertThat(textAt("java.util.Lis|t")).startsWith("interface java.util.List<E> : Collection<E>");
    assertThat(textAt("Lis|t<String> x")).startsWith("interface java.util.List<E>");
    assertThat(textAt("LocalDat|e")).startsWith("class java.time.LocalDate");
    assertThat(textAt("new ArrayList<>(|")).contains("new ArrayList(");
  }

  @Test
  void inspect_whatTheUserDeclared_withItsComment() {
    notebook.run(
        "/** Twice the value.\n * @param v any number\n */\nint twice(int v) { return 2 * v; }");

    Inspection inspection = at("twi|ce(2)").orElseThrow();

    assertThat(inspection.text())
        .isEqualTo("twice(int v) int\n\nTwice the value.\n\nv\n    any number");
    assertThat(inspection.html()).startsWith("<p><code><b>twice</b>(int v) int</code></p>");
    assertThat(textAt("int thrice(int w) { return 3 * w; }\nthri|ce(1)"))
        .startsWith("thrice(int w) int");
  }

  @Test
  void inspect_magics() {
    assertThat(textAt("%ra|nk teachers")).isEqualTo("%rank : ranks things");
    assertThat(textAt("%rank teach|ers all")).isEqualTo("%rank teachers: ranks things");
    assertThat(at("%unkn|own")).isEmpty();
  }

  @Test
  void inspect_nothing() {
    assertThat(at("|")).isEmpty();
    assertThat(at("nowhere|")).isEmpty();
    assertThat(at("1 + |2")).isEmpty();
    assertThat(at("// Stri|ng")).isEmpty();
  }

  @Test
  void inspect_countsCodePoints() {
    assertThat(textAt("String s = \"😀😀\"; Mat|h")).startsWith("class java.lang.Math");
  }

  private String firstLineAt(String cellWithCursor) {
    return textAt(cellWithCursor).lines().findFirst().orElseThrow();
  }

  private String textAt(String cellWithCursor) {
    return at(cellWithCursor)
        .orElseThrow(() -> new AssertionError("nothing at " + cellWithCursor))
        .text();
  }

  private Optional<Inspection> at(String cellWithCursor) {
    int at = cellWithCursor.indexOf('|');
    String cell = cellWithCursor.substring(0, at) + cellWithCursor.substring(at + 1);
    return inspector.inspect(cell, cellWithCursor.codePointCount(0, at));
  }
}
