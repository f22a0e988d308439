package org.rsrkernel.kernel.completion;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rsrkernel.kernel.completion.CellCompleteness.Status;

class CompletenessCheckTest {

  private static final JShell SHELL = JShell.builder().executionEngine("local").build();

  private final CompletenessCheck check = new CompletenessCheck(SHELL.sourceCodeAnalysis());

  @AfterAll
  static void close() {
    SHELL.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '`',
      textBlock =
          """
          |COMPLETE|
          1 + 1|COMPLETE|
          notDeclared|COMPLETE|
          notDeclared.method(1)|COMPLETE|
          new NotDeclared<>()|COMPLETE|
          NotDeclared f(NotDeclared x) { return x; }|COMPLETE|
          import java.util.*;|COMPLETE|
          @Deprecated class A {}|COMPLETE|
          1 1|INVALID|
          int 5x;|INVALID|
          f("a" "b")|INVALID|
          int a = 1; int b = 2|COMPLETE|
          int a = 1;\\n// done|COMPLETE|
          for (int i = 0; i < 3; i++) {|INCOMPLETE|    .
          class A {\\n    void m() {|INCOMPLETE|        .
          class A {\\n    void m() {\\n        int x = 1;|INCOMPLETE|        .
          f(1,|INCOMPLETE|    .
          for (;;)|INCOMPLETE|.
          /* open|INCOMPLETE|.
          String s = ```|INCOMPLETE|.
          "open|INVALID|
          }|INVALID|
          int a = 1; )|INVALID|
          """)
  void check_asTheConsoleAsks(String escaped, Status status, String indentAndDot) {
    String code = escaped == null ? "" : escaped.replace("\\n", "\n").replace("```", "\"\"\"");
    String indent = indentAndDot == null ? "" : indentAndDot.replace(".", "");

    assertThat(check.check(code)).isEqualTo(new CellCompleteness(status, indent));
  }
}
