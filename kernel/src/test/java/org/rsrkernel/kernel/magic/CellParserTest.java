package org.rsrkernel.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rsrkernel.kernel.extension.MagicSupport;

class CellParserTest {
  private static final String CALL = "org.rsrkernel.kernel.magic.MagicCall";

  private final MagicRegistry registry = new MagicRegistry();
  private final CellParser parser = new CellParser(registry);

  CellParserTest() {
    registry.registerLineMagic("rsr", words -> words);
    registry.describe(
        "rsr",
        new MagicSupport() {
          @Override
          public String resultType(List<String> arguments) {
            return arguments.contains("score") ? "tech.Table" : "java.lang.String";
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int a = 10 %rsr;",
        "x = y[0] %rsr;",
        "x = f() %rsr;",
        "x = i++ %rsr;",
        "x %= rsr;",
        "// %rsr load demo",
        "/* %rsr load\n%rsr demo */",
        "String s = \"%rsr load\";",
        "String s = \"\"\"\n%rsr load\n\"\"\";",
        "char c = '%'; int rsr = 5 % c;",
        "String.format(\"%d\", 1)",
        "int x = a\n  %b;"
      })
  void remaindersCommentsAndText_areNoMagics(String code) {
    CellProgram program = parser.parse("Cell In[1]", code);
    assertThat(program.lines()).isEmpty();
    assertThat(program.source().java()).isEqualTo(code);
  }

  static Stream<Arguments> expressions() {
    return Stream.of(
        Arguments.of(
            "var t = %rsr score runs",
            "var t = ((tech.Table) " + CALL + ".value(\"rsr\", \"score runs\"));"),
        Arguments.of(
            "var t = %rsr score runs; // all of them",
            "var t = ((tech.Table) " + CALL + ".value(\"rsr\", \"score runs\")); // all of them"),
        Arguments.of(
            "f(%rsr load 'a b.jsonl')",
            "f(((java.lang.String) " + CALL + ".value(\"rsr\", \"load 'a b.jsonl'\")))"),
        Arguments.of(
            "var t = %rsr tokens --question \"a;b\"",
            "var t = ((java.lang.String) "
                + CALL
                + ".value(\"rsr\", \"tokens --question \\\"a;b\\\"\"));"),
        Arguments.of(
            "for (;;) { %rsr doctor; }", "for (;;) { " + CALL + ".show(\"rsr\", \"doctor\");; }"),
        Arguments.of(
            "return %rsr load demo",
            "return ((java.lang.String) " + CALL + ".value(\"rsr\", \"load demo\"));"));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void magicInsideJava_becomesATypedCall(String code, String java) {
    assertThat(parser.parse("Cell In[1]", code).source().java()).isEqualTo(java);
  }

  @Test
  void magicOnALineOfItsOwn_runsBetweenTheSnippets() {
    CellProgram program = parser.parse("Cell In[1]", "int a = 7\n%rsr load demo\nint b = a;");
    assertThat(program.source().java()).isEqualTo("int a = 7\n;\nint b = a;");
    MagicUse line = program.lines().get(0);
    assertThat(line.name()).isEqualTo("rsr");
    assertThat(line.arguments()).isEqualTo("load demo");
    assertThat(line.start()).isEqualTo(10);
  }

  @Test
  void cellMagic_takesTheLinesBelowAsTheyAre() {
    CellProgram.CellMagic magic =
        parser
            .parse("Cell In[1]", "\n%%rsr tokens --mode rank\n%rsr\n\"text\"")
            .cellMagic()
            .orElseThrow();
    assertThat(magic)
        .isEqualTo(new CellProgram.CellMagic("rsr", "tokens --mode rank", "%rsr\n\"text\""));
  }

  @Test
  void cellMagicWithoutBody_isOne() {
    assertThat(parser.parse("Cell In[1]", "%%rsr").cellMagic())
        .contains(new CellProgram.CellMagic("rsr", "", ""));
  }

  @Test
  void lines_keepTheirNumbers() {
    String code = "var a = %rsr load x\r\nvar b = 1;\n%rsr doctor\nb";
    assertThat(parser.parse("Cell In[1]", code).source().java().lines().count()).isEqualTo(4);
  }
}
