package org.rsrkernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rsrkernel.magic.session.HelpText;
import org.rsrkernel.magic.session.RsrException;
import picocli.CommandLine;
import tech.tablesaw.api.Table;

/** Lines of {@code %rsr} as users write them, no student loaded. */
class RsrMagicTest {

  @TempDir private Path folder;

  private RsrLines rsr;

  @BeforeEach
  void open() {
    rsr = new RsrLines(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    rsr.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scroe demo         | There is no verb 'scroe'. Did you mean score?
          plot mpa           | There is no 'mpa' here. Did you mean map?
          score demo --clpi 3| Unknown option: '--clpi'. Did you mean --clip?
          score              | Missing required parameter: 'TABLE'
          load               | Missing required parameter: 'PATHS'
          score demo --clip x| Invalid value for option '--clip': 'x' is not an int
          score demo --clip 0| --clip is 0, but a rank is at least 1.
          score demo         | No student is loaded. Load one first, for example: %rsr student smollm2
          tokens q1          | No student is loaded. Load one first, for example: %rsr student smollm2
          use big            | No student is called 'big'; loaded are none.
          compare            | Nothing is scored yet. Score a table first: var scored = %rsr score demo
          compare demo       | The table 'demo' is not scored. Score it first: var scored = %rsr score demo
          compare nothing    | No variable, table or file is called 'nothing'; tables are none yet.
          help scroe         | There is no verb 'scroe'
          student smollm2 --template no.jinja | No such file: no.jinja
          student smollm2 --device tpu | unknown device 'tpu': auto, cpu, gpu and gpu:N are known
          load no.jsonl      | No such file
          """)
  void mistake_isExplained(String line, String message) {
    assertThatThrownBy(() -> rsr.run(line))
        .isInstanceOf(RsrException.class)
        .hasMessageStartingWith(message)
        .message()
        .doesNotContain("null", "%%", "\n", "Exception");
  }

  @Test
  void unknownTable_namesThoseThereAre() throws Exception {
    rsr.run("load demo --as runs --limit 2");
    rsr.notebook.declare("kept", Table.create("kept"));

    assertThatThrownBy(() -> rsr.run("compare nothing"))
        .hasMessageContaining("tables are kept, runs.");
  }

  @Test
  void variableOfAnotherType_isNamedWithItsType() {
    rsr.notebook.declare("answer", 42);

    assertThatThrownBy(() -> rsr.run("compare answer"))
        .hasMessage("The variable 'answer' is of type Integer, but a Table is needed.");
  }

  @Test
  void variableOfAFailedCell_isSaidToBeEmpty() {
    rsr.notebook.declareTable("scored");

    assertThatThrownBy(() -> rsr.run("compare scored"))
        .hasMessage(
            "The variable 'scored' is empty: the cell that fills it failed. Run that cell again.");
  }

  @Test
  void unknownMetric_namesThoseThereAre() {
    rsr.declareScored();

    assertThatThrownBy(() -> rsr.run("compare scored --metric rrs"))
        .isInstanceOf(RsrException.class)
        .hasMessageContaining("'rrs'")
        .hasMessageContaining("rsr");
  }

  @Test
  void cellForm_isOnlyForVerbsThatTakeText() {
    assertThatThrownBy(() -> rsr.runCell("metrics", "text"))
        .isInstanceOf(RsrException.class)
        .hasMessage("%%rsr metrics takes no cell; write it with one %");
  }

  @Test
  void debug_givesTheErrorItself() {
    assertThatThrownBy(() -> rsr.run("load no.jsonl --debug"))
        .isNotInstanceOf(RsrException.class)
        .hasStackTraceContaining("TrajectoryLoader");
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void everyVerb_explainsItself(String verb) throws Exception {
    HelpText help = (HelpText) rsr.run(verb + " --help");

    assertThat(help.text().replace("%%rsr tokens", ""))
        .contains("%rsr " + verb)
        .contains("--help")
        .doesNotContain("null", "%%");
    assertThat(rsr.support().help(List.of(verb.split(" ")))).hasValue(help.text());
    assertThat(rsr.support().resultType(List.of((verb + " --help").split(" "))))
        .isEqualTo(HelpText.class.getName());
  }

  static Stream<String> verbs() {
    CommandLine all = new RsrCommandLine(null).commands();
    return all.getSubcommands().entrySet().stream()
        .flatMap(
            verb ->
                Stream.concat(
                    Stream.of(verb.getKey()),
                    verb.getValue().getSubcommands().keySet().stream()
                        .map(kind -> verb.getKey() + " " + kind)));
  }

  @ParameterizedTest
  @CsvSource({
    "load demo, tech.tablesaw.api.Table",
    "score demo, tech.tablesaw.api.Table",
    "compare scored, org.rsrkernel.magic.verb.RankingTable",
    "metrics, tech.tablesaw.api.Table",
    "students, tech.tablesaw.api.Table",
    "student smollm2, org.rsrkernel.student.StudentCard",
    "use smollm2, org.rsrkernel.student.StudentCard",
    "plot map, org.rsrkernel.view.Rendering",
    "tokens q1, org.rsrkernel.view.Rendering",
    "doctor, org.rsrkernel.view.Rendering",
    "cache, org.rsrkernel.view.Rendering",
    "export a b, org.rsrkernel.magic.session.HelpText",
    "plot, org.rsrkernel.magic.session.HelpText",
    "scroe demo, org.rsrkernel.magic.session.HelpText"
  })
  void verb_hasTheTypeThatTheKernelCastsTo(String line, String type) {
    assertThat(rsr.support().resultType(List.of(line.split(" ")))).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "sc, score",
    "plot m, map",
    "score --cl, --clip",
    "score sco, scored",
    "score de, demo",
    "score scored --metrics rs, rsr",
    "'score scored --metrics rsr,avg_r', 'rsr,avg_rank'",
    "plot map --by teac, teacher",
    "tokens --mode sur, surprisal",
    "student smol, smollm2"
  })
  void tab_completes(String line, String expected) throws Exception {
    rsr.run("load demo --limit 2");
    rsr.declareScored();

    assertThat(rsr.completions(line)).contains(expected);
  }

  @Test
  void tab_completesFiles() throws Exception {
    Files.createFile(folder.resolve("runs.jsonl"));
    Files.createDirectory(folder.resolve("runs"));

    assertThat(rsr.completions("load " + folder + "/ru"))
        .containsExactly(folder + "/runs.jsonl", folder + "/runs/");
  }
}
