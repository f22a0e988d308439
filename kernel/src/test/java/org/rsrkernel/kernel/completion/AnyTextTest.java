package org.rsrkernel.kernel.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rsrkernel.kernel.analysis.CellAnalysis;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.analysis.CompilerPool;
import org.rsrkernel.kernel.analysis.NotebookDeclarations;
import org.rsrkernel.kernel.analysis.SomeMagics;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.inspection.CellInspector;
import org.rsrkernel.kernel.inspection.Documentation;

/** Tab and Shift-Tab at any place of any text answer something sensible and never fail. */
class AnyTextTest {

  private static final String CELL =
      """
      import java.util.*;
      %rank teachers
      sealed interface Shape<T extends Comparable<T>> permits Circle {}
      record Circle<T extends Comparable<T>>(double radius) implements Shape<T> { Circle { radius++; } }
      enum Day { MON { int hours() { return 1; } }, TUE; int hours() { return switch (this) { case MON -> 2; default -> { yield 3; } }; } }
      @Deprecated <T> List<? super T> copy(T... items) throws Exception { return new ArrayList<>(Arrays.asList(items)); }
      var days = %rank days;
      String text = \"""
        a block "quoted" {
        \""";
      for (Day day : Day.values()) { if (day instanceof Day d && d.hours() > 1) System.out.printf("%s%n", d); }
      int[][] grid = {{1, 2}, {3}}; char quote = '"'; Runnable r = () -> { label: while (true) { break label; } };
      synchronized (text) { try { copy(1, 2L).forEach(x -> x.getClass()); } catch (RuntimeException | Error e) { throw e; } finally {} }
      /* end */ // 😀
      """;
  private static final String[] FRAGMENTS = {
    "a",
    ".",
    "(",
    ")",
    "{",
    "}",
    "<",
    ">",
    "::",
    "->",
    "new ",
    "import ",
    "\"",
    "'",
    "\"\"\"",
    "/*",
    "*/",
    "//",
    "\n",
    ";",
    "@",
    "%",
    "%%",
    "%rank ",
    "class ",
    "int ",
    "switch",
    "case ",
    "=",
    "?",
    ":",
    "[",
    "]",
    "\\",
    "😀",
    "\u0000",
    "\t",
    "é",
    "$$",
    "cursor$$",
    "Notebook$$",
    "String",
    "var x = ",
    "for (",
    "if (",
    "static ",
    "sealed ",
    "record R(",
    "enum E {",
    "...",
    "\\u0041",
    "\r\n"
  };

  private final ClassPath classPath = ClassPath.ofJvm();
  private final CellAnalysis analysis =
      new CellAnalysis(new NotebookDeclarations(), new CompilerPool(classPath));
  private final TypeIndex index = new TypeIndex(classPath);
  private final CellCompleter completer = new CellCompleter(analysis, index, new SomeMagics());
  private final CellInspector inspector =
      new CellInspector(
          analysis,
          index,
          new SomeMagics(),
          new Documentation(classPath),
          name -> Optional.empty());

  @Test
  void anyPlace_ofAGoodCell() {
    int length = CELL.codePointCount(0, CELL.length());
    for (int cursor = 0; cursor <= length; cursor += 23) {
      ask(CELL, cursor, "cursor " + cursor);
    }
  }

  @Test
  void anyPlace_ofBrokenText() {
    for (long seed = 0; seed < 150; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (int fragment = random.nextInt(12); fragment >= 0; fragment--) {
        text.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
      }
      int cursor = random.nextInt(text.codePointCount(0, text.length()) + 1);
      ask(text.toString(), cursor, "seed " + seed + ", cursor " + cursor + ": " + text);
    }
  }

  @Test
  void deeplyNestedText_isNoTrouble() {
    ask("(".repeat(20_000) + "Mat", 20_003, "brackets");
    ask("{".repeat(20_000) + "Mat", 20_003, "braces");
    ask("a" + ".b()".repeat(5_000) + ".c", 20_003, "calls");
  }

  private void ask(String cell, int cursor, String situation) {
    assertThatCode(
            () -> {
              Completions found = completer.complete(cell, cursor);
              assertThat(found.start()).isBetween(0, cell.length());
              assertThat(found.end()).isBetween(found.start(), cell.length());
              inspector.inspect(cell, cursor);
            })
        .as(situation)
        .doesNotThrowAnyException();
  }
}
