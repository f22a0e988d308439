package org.rsrkernel.kernel.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CellSourceTest {

  private static final JShell SHELL = JShell.builder().executionEngine("local").build();

  @AfterAll
  static void close() {
    SHELL.close();
  }

  @Test
  void snippets_keepTheirPlaceInTheCell() {
    CellSource cell =
        CellSource.of(1, "// first\nint a = 1;\n\nint f(int x) {\n  return x;\n}\nf(a)");

    List<SnippetSpan> snippets = snippets(cell);

    assertThat(snippets)
        .extracting(SnippetSpan::source)
        .containsExactly("// first\nint a = 1;", "int f(int x) {\n  return x;\n}", "f(a)");
    assertThat(snippets.get(1).cellLine(2)).isEqualTo(5);
  }

  @Test
  void snippets_addTheLastSemicolon() {
    assertThat(snippets(CellSource.of(1, "int a = 1")))
        .extracting(SnippetSpan::source)
        .containsExactly("int a = 1;");
  }

  @Test
  void snippets_ofCommentsOnly_areNone() {
    assertThat(snippets(CellSource.of(1, "// nothing\n/* here */\n"))).isEmpty();
    assertThat(snippets(CellSource.of(1, ""))).isEmpty();
  }

  @Test
  void snippets_keepABrokenRestWhole() {
    assertThat(snippets(CellSource.of(1, "int a = 1; @")))
        .extracting(SnippetSpan::source)
        .containsExactly("int a = 1;", "@");
    assertThat(snippets(CellSource.of(1, "if (true) {")))
        .extracting(SnippetSpan::source)
        .containsExactly("if (true) {");
  }

  @Test
  void shownLine_isTheMagicAsWritten() {
    CellSource cell =
        new CellSource(
            "Cell In[1]",
            "int a = 1;\n%rsr doctor",
            "int a = 1;\nMagics.line(\"rsr\", \"doctor\");");

    assertThat(cell.shownLine(2)).isEqualTo("%rsr doctor");
    assertThat(cell.javaLine(2)).startsWith("Magics.line");
  }

  @Test
  void snippets_ofRandomText_coverItInOrder() {
    String[] pieces = {
      "int a = 1;",
      "\n",
      "{",
      "}",
      "\"",
      "// c\n",
      "/*",
      "*/",
      "f(",
      ")",
      " x ",
      ";",
      "class A {}",
      "é😀"
    };
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(8); piece >= 0; piece--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      int at = 0;
      for (SnippetSpan span : snippets(CellSource.of(1, text.toString()))) {
        assertThat(span.start()).as("seed %d: %s", seed, text).isGreaterThanOrEqualTo(at);
        assertThat(span.end())
            .as("seed %d: %s", seed, text)
            .isGreaterThan(at)
            .isLessThanOrEqualTo(text.length());
        at = span.end();
      }
    }
  }

  private static List<SnippetSpan> snippets(CellSource cell) {
    return cell.snippets(SHELL.sourceCodeAnalysis());
  }
}
