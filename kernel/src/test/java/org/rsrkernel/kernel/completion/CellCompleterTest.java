package org.rsrkernel.kernel.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rsrkernel.kernel.analysis.CellAnalysis;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.analysis.CompilerPool;
import org.rsrkernel.kernel.analysis.NotebookDeclarations;
import org.rsrkernel.kernel.analysis.SomeMagics;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.completion.Completions.Completion;
import org.rsrkernel.kernel.source.CellRunner;

public class CellCompleterTest {

  /** What the cell of a test waits for. */
  public static final CountDownLatch RELEASE = new CountDownLatch(1);

  private static final ClassPath CLASS_PATH = ClassPath.ofJvm();
  private static final CompilerPool COMPILERS = new CompilerPool(CLASS_PATH);
  private static final TypeIndex INDEX = new TypeIndex(CLASS_PATH);

  private final CellRunner notebook = new CellRunner();
  private final NotebookDeclarations declarations = new NotebookDeclarations();
  private final CellCompleter completer =
      new CellCompleter(new CellAnalysis(declarations, COMPILERS), INDEX, new SomeMagics());

  CellCompleterTest() {
    notebook.shell.onSnippetEvent(declarations::accept);
    notebook.run("import java.util.*;");
  }

  @AfterEach
  void close() {
    notebook.close();
  }

  @Test
  void complete_membersOfAnExpression() {
    assertThat(complete("System.ou|"))
        .isEqualTo(
            new Completions(7, 9, List.of(new Completion("out", "property", "PrintStream"))));
    assertThat(texts("\"a\".toCh|")).containsExactly("toCharArray()");
    assertThat(texts("Math.ma|")).containsExactly("max(");
  }

  @Test
  void complete_settlesTypeVariables() {
    notebook.run("List<String> names = List.of();");

    assertThat(complete("names.get|").items())
        .contains(new Completion("get(", "function", "(int) String"));
    assertThat(texts("names.get(0).isBl|")).containsExactly("isBlank()");
  }

  @Test
  void complete_joinsOverloads() {
    Completion print = complete("System.out.print|").items().get(0);

    assertThat(print.text()).isEqualTo("print(");
    assertThat(print.signature()).matches("\\(\\w+\\) void \\(\\+8\\)");
  }

  @Test
  void complete_whatEarlierCellsDeclared() {
    notebook.run(
        "int answer = 42;\nString answerText() { return \"\"; }\nclass Answers { int count; }");

    assertThat(texts("answ|")).startsWith("answer", "answerText()", "Answers");
    assertThat(texts("new Answ|")).containsExactly("Answers()");
    assertThat(texts("new Answers().c|")).containsExactly("count");
  }

  @Test
  void complete_whatThisCellDeclaredBefore() {
    String cell =
        """
        import java.nio.file.*;
        record Point(int x, int y) {}
        int twice(int v) { return 2 * v; }
        var corner = new Point(1, 2);
        for (var path : List.of(Path.of("a"))) {
        """;

    assertThat(texts(cell + "corner.|"))
        .startsWith("equals(", "hashCode()", "toString()")
        .contains("x()", "y()");
    assertThat(texts(cell + "path.getFi|")).containsExactly("getFileName()", "getFileSystem()");
    assertThat(texts(cell + "tw|")).contains("twice(");
    assertThat(texts(cell + "if (cor|")).startsWith("corner");
  }

  @Test
  void complete_afterTheNotebookChanged() {
    notebook.run("int value = 1;");
    notebook.run("String value = \"text\";");

    assertThat(texts("value.isEm|")).containsExactly("isEmpty()");
    notebook.shell.variables().forEach(notebook.shell::drop);
    assertThat(texts("valu|")).isEmpty();
  }

  @Test
  void complete_packagesAndClasses() {
    assertThat(texts("import java.ut|")).containsExactly("util");
    assertThat(texts("import java.util.concur|")).startsWith("concurrent");
    assertThat(texts("java.util.ArrayDe|")).containsExactly("ArrayDeque");
    assertThat(texts("org.rsrkernel.kernel.ext|")).containsExactly("extension");
  }

  @Test
  void complete_classesWithoutImport_thoseOfEverydayJavaFirst() {
    assertThat(texts("Instan|").stream().filter(text -> text.contains(".")))
        .startsWith("java.time.Instant", "java.time.InstantSource")
        .contains("com.sun.source.tree.InstanceOfTree");
  }

  @Test
  void complete_classesWithoutImport_byFullName() {
    assertThat(texts("LocalDateT|")).startsWith("java.time.LocalDateTime");
    assertThat(texts("ArrayDeq|")).containsExactly("ArrayDeque");
  }

  @Test
  void complete_newObjects_withWhatTheyAreMadeFrom() {
    assertThat(complete("new ArrayDeq|").items())
        .containsExactly(new Completion("ArrayDeque<>(", "class", "() (+2)"));
    assertThat(texts("new Comparat|")).startsWith("Comparator");
    assertThat(texts("new java.util.|")).contains("List").doesNotContain("class");
    assertThat(texts("new |")).doesNotContain("int", "while");
  }

  @Test
  void complete_membersOfAValue_withoutThoseOfItsClass() {
    assertThat(texts("\"a\".|")).contains("length()").doesNotContain("valueOf(", "format(");
    assertThat(texts("List.of(1).|")).doesNotContain("of(", "copyOf(");
    assertThat(texts("String.|")).contains("valueOf(", "format(").doesNotContain("length()");
  }

  @Test
  void complete_showsTheNearestOverload() {
    assertThat(complete("Thread.State.valueO|").items())
        .containsExactly(new Completion("valueOf(", "function", "(String) Thread.State (+1)"));
  }

  @Test
  void complete_whatTheCellDeclaresFurtherDown() {
    assertThat(texts("lat|\nint later(int a) { return a; }\nclass Other {}"))
        .containsExactly("later(");
    assertThat(texts("int early() { return lat| }\nint later(int a) { return a; }"))
        .containsExactly("later(");
  }

  @Test
  void complete_referencesThatStandAlone() {
    assertThat(texts("String::isBl|")).containsExactly("isBlank");
    assertThat(texts("System.out::printl|")).containsExactly("println");
  }

  @Test
  void complete_publicClassesOnly() {
    assertThat(texts("java.lang.StringLat|")).isEmpty(); // StringLatin1 is the JDK's own affair
    assertThat(texts("StringLat|")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int x = ;\nString text = \"\";\ntext.isBl|",
        "String open = \"no end;\nString text = \"\";\ntext.isBl|",
        "var texts = List.of(\"a\");\nfor (var text : texts) { if (text.isBl|",
        "try { } catch (Exception e) { e.getMessage().isBl|",
        "((String) (Object) 1).isBl|",
        "List.of(\"a\")\n  .stream()\n  .filter(s -> { var t = s; return t.isBl|",
        "Map.of(\"a\", List.of(\"b\")).entrySet().iterator().next().getValue().get(0).isBl|",
        "<T extends CharSequence> T same(T t) { return t; }\nsame(\"a\").isBl|",
        "switch (\"a\") { case \"b\" -> \"c\".isBl|",
        "String[] texts = {};\ntexts[0].isBl|",
        "boolean b = true ? \"a\".isBl|",
        "\"a\".isBl|.length()",
        "var o = new Object() { String text; };\no.text.isBl|",
      })
  void complete_inCodeThatIsHalfWritten(String codeWithCursor) {
    assertThat(texts(codeWithCursor)).containsExactly("isBlank()");
  }

  @Test
  void complete_keywords() {
    assertThat(texts("whil|")).containsExactly("while");
  }

  @Test
  void complete_countsCodePoints() {
    Completions completions = complete("String s = \"😀😀\"; s.isEm|");

    assertThat(completions.start()).isEqualTo(19);
    assertThat(completions.end()).isEqualTo(23);
    assertThat(completions.items()).extracting(Completion::text).containsExactly("isEmpty()");
  }

  @Test
  void complete_insideMethodAndClassBodies() {
    assertThat(texts("int f(String text) {\n  if (text.isBl|")).containsExactly("isBlank()");
    assertThat(texts("class A {\n  String name;\n  int f() { return name.len|"))
        .containsExactly("length()");
    assertThat(texts("List.of(\"a\").forEach(word -> word.isBl|")).containsExactly("isBlank()");
    assertThat(texts("List.of(\"a\").stream().map(String::isBl|")).containsExactly("isBlank");
  }

  @Test
  void complete_whileACellRuns_doesNotWait() throws InterruptedException {
    notebook.run("int answer = 42;");
    Thread cell =
        new Thread(() -> notebook.run(CellCompleterTest.class.getName() + ".RELEASE.await();"));
    cell.start();

    assertThat(texts("answ|")).startsWith("answer");
    assertThat(cell.isAlive()).isTrue();
    RELEASE.countDown();
    cell.join();
  }

  private List<String> texts(String codeWithCursor) {
    return complete(codeWithCursor).items().stream().map(Completion::text).toList();
  }

  private Completions complete(String codeWithCursor) {
    int at = codeWithCursor.indexOf('|');
    String code = codeWithCursor.substring(0, at) + codeWithCursor.substring(at + 1);
    return completer.complete(code, codeWithCursor.codePointCount(0, at));
  }
}
