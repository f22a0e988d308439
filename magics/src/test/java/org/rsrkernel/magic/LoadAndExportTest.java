package org.rsrkernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.metric.ScoreColumns;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %rsr load} and {@code %rsr export}. */
class LoadAndExportTest {

  private static final String GOOD = "{\"id\":\"1\",\"prompt\":\"1+1?\",\"response\":\"2\"}\n";

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

  @Test
  void goodFile_isReportedInALine() throws Exception {
    Path file = write("terse.jsonl", GOOD);

    Table table = (Table) rsr.run("load " + file);

    assertThat(table.rowCount()).isEqualTo(1);
    assertThat(rsr.notebook.texts())
        .containsExactly("Loaded 1 row: 1 teacher x 1 questions; 1 answered by all");
  }

  @Test
  void brokenRow_isReportedWithItsPlace() throws Exception {
    Path file = write("terse.jsonl", GOOD + "{\"id\":\n");

    Table table = (Table) rsr.run("load " + file);

    assertThat(table.rowCount()).isEqualTo(1);
    assertThat(rsr.notebook.texts().get(0))
        .contains("1 of 2 rows", "skipped  1", "terse.jsonl:2: broken JSON");
  }

  @Test
  void brokenRow_endsAStrictLoad() throws Exception {
    Path file = write("terse.jsonl", GOOD + "{\"id\":\n");

    assertThatThrownBy(() -> rsr.run("load " + file + " --strict"))
        .isInstanceOf(RsrException.class)
        .hasMessageContaining("terse.jsonl:2: broken JSON");
  }

  @Test
  void duplicates_areShownWithTheWayToDropThem() throws Exception {
    Path file = write("terse.jsonl", GOOD + GOOD);

    assertThat(((Table) rsr.run("load " + file)).rowCount()).isEqualTo(2);
    Table dropped = (Table) rsr.run("load " + file + " --drop-duplicates ids,texts");

    assertThat(dropped.rowCount()).isEqualTo(1);
    assertThat(rsr.notebook.texts().get(0))
        .contains(
            """
            repeats  1 by teacher and id, 1 by text, 0 by a question under another id
                     --drop-duplicates ids,texts leaves out what repeats""");
    assertThat(rsr.notebook.texts().get(1)).contains("dropped  1 of these rows");
  }

  @Test
  void format_isForced() throws Exception {
    Path file = write("terse.txt", GOOD);

    assertThat(((Table) rsr.run("load " + file + " --format jsonl")).rowCount()).isEqualTo(1);
  }

  @Test
  void sample_isDrawnBySeed() throws Exception {
    Table first = (Table) rsr.run("load demo --sample 5 --seed 1");
    Table again = (Table) rsr.run("load demo --sample 5 --seed 1");
    Table other = (Table) rsr.run("load demo --sample 5 --seed 2");

    assertThat(first.rowCount()).isEqualTo(5);
    assertThat(again.print()).isEqualTo(first.print());
    assertThat(other.print()).isNotEqualTo(first.print());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          load demo --format xml     | Unknown format "xml". Formats: jsonl, json, csv, tsv, parquet.
          load demo --encoding utf-9 | There is no encoding 'utf-9'
          load demo --drop-duplicates twins | Invalid value for option '--drop-duplicates'
          load a b --format official | --format official takes one folder, not 2.
          load . --format official   | . has no folder _sample_metrics
          load demo --teacher techer | No column "techer" for the teacher. Did you mean teacher?
          export demo                | Say where to write: %rsr export TABLE FILE, or --official DIR
          export demo runs.doc       | runs.doc: the suffix ".doc" names no format.
          export demo --official d --student s | The table 'demo' is not scored.
          export scored --official d | The table 'scored' does not say whose scores they are, and no student is loaded. Name one: --student NAME
          """)
  void mistake_isExplained(String line, String message) {
    rsr.declareScored();

    assertThatThrownBy(() -> rsr.run(line))
        .isInstanceOf(RsrException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void tableVariable_becomesTrajectories() throws Exception {
    rsr.notebook.declare(
        "pairs",
        Table.create(
            "pairs", StringColumn.create("prompt", "1+1?"), StringColumn.create("response", "2")));

    Table table = (Table) rsr.run("load pairs");

    assertThat(table.columnNames()).contains("id", "teacher", "question", "messages");
    assertThatThrownBy(() -> rsr.run("load pairs --limit 1"))
        .hasMessageEndingWith("but 'pairs' is a Table; in Java: pairs.first(10)");
  }

  @Test
  void variableNamedAsTheSample_doesNotHideIt() throws Exception {
    rsr.notebook.declare("demo", Table.create("demo"));

    assertThat(((Table) rsr.run("load demo --limit 2")).rowCount()).isEqualTo(2);
  }

  @Test
  void interrupt_endsTheLoad() throws Exception {
    Path file = write("long.jsonl", GOOD.repeat(200_000)); // more than is read between two looks
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> rsr.run("load " + file))
          .isInstanceOf(RsrException.class)
          .hasMessageStartingWith("Interrupted after ");
    } finally {
      Thread.interrupted();
    }
    assertThat(rsr.notebook.texts().get(0)).startsWith("Loading: ");
  }

  @Test
  void officialFolder_isReadBackWithTheSameFigures() throws Exception {
    Table scored = rsr.declareScored();

    Object said = rsr.run("export scored --official " + folder + "/out --student smollm2");
    Table results = (Table) rsr.run("load " + folder + "/out --format official");

    assertThat(said)
        .hasToString(
            "3 trajectories of 2 teachers under smollm2 written to %s/out".formatted(folder));
    assertThat(results.stringColumn("teacher").asList()).containsExactly("terse", "terse", "wordy");
    assertThat(results.doubleColumn("rsr").asList())
        .isEqualTo(scored.doubleColumn("rsr").first(3).asList());
    assertThat(rsr.run("compare --bootstrap 20")).isInstanceOf(Table.class);
    assertThat(rsr.run("plot map")).isNotNull();
  }

  @Test
  void officialFolder_isOfTheStudentsThatTheTableNames() throws Exception {
    Table scored = rsr.declareScored();
    scored.addColumns(StringColumn.create("domain", "sums", "sums", "sums", "sums"));
    rsr.notebook.declare(
        "both",
        ScoreColumns.withStudent(scored, "small")
            .append(ScoreColumns.withStudent(scored, "large")));

    Object said = rsr.run("export both --official " + folder + "/out");
    Table results = (Table) rsr.run("load " + folder + "/out --format official");

    assertThat(said.toString())
        .startsWith("6 trajectories of 2 teachers under small, large written to ");
    assertThat(results.stringColumn("student").unique().asList())
        .containsExactlyInAnyOrder("large", "small");
    assertThat(results.stringColumn("domain").asList()).containsOnly("sums");
    assertThatThrownBy(() -> rsr.run("export both --official d --student other"))
        .hasMessage("The table 'both' holds scores under small, large, none under 'other'.");
  }

  @Test
  void table_isExportedBySuffix() throws Exception {
    rsr.declareScored();

    assertThat(rsr.run("export scored " + folder + "/scored.csv"))
        .hasToString("4 rows written to %s/scored.csv".formatted(folder));
    assertThat(folder.resolve("scored.csv")).isNotEmptyFile();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
