package org.rsrkernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.magic.session.Notebook;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.magic.verb.CorrelationTable;
import org.rsrkernel.magic.verb.RankingTable;
import org.rsrkernel.metric.MetricException;
import org.rsrkernel.metric.TeacherRanking;
import org.rsrkernel.student.library.RsrHome;
import org.rsrkernel.view.Rendering;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code compare}, {@code select} and {@code correlate} as lines of a notebook. */
class ComparingVerbsTest {

  @TempDir private Path folder;

  private final Cells notebook = new Cells();
  private RsrCommandLine commandLine;

  @BeforeEach
  void openSession() {
    commandLine = new RsrCommandLine(new RsrSession(notebook, new RsrHome(folder)));
    notebook.variables.put("scored", scored());
  }

  @Test
  void compare_ranksByRsrAndShowsIntervalsAndNotes() throws Exception {
    RankingTable ranking = (RankingTable) run("compare", "scored");
    assertThat(ranking.stringColumn("teacher").asList()).containsExactly("A", "B", "C");
    assertThat(ranking.columnNames())
        .containsExactly(
            "teacher",
            "n",
            "questions",
            "tokens",
            "length",
            "avg_rank",
            "avg_surprisal",
            "rsr",
            "low",
            "high",
            "beats_next");
    String text = RankingDisplay.of(ranking).text();
    assertThat(text)
        .startsWith(
            "Teachers by rsr over all response tokens, lower suits the student better. A teacher's"
                + " figure is mean avg_rank / mean avg_surprisal. Intervals: 95 %, bootstrap over"
                + " questions. length: median response tokens.\n")
        .contains("- Fewer than 200 trajectories, so take the order as a first look: A, B, C.")
        .doesNotContain("NaN");
  }

  @Test
  void compareByAMean_showsItOnce() throws Exception {
    RankingTable ranking = (RankingTable) run("compare", "scored", "--metrics", "avg_rank");
    assertThat(ranking.columnNames()).containsOnlyOnce("avg_rank");
    assertThat(RankingDisplay.of(ranking).text()).containsOnlyOnce("  avg_rank  ");
  }

  @Test
  void compareBySeveralMetrics_ordersByTheFirst() throws Exception {
    RankingTable ranking =
        (RankingTable) run("compare", "scored", "--metrics", "rsr,avg_surprisal,tokens");
    assertThat(ranking.columnNames())
        .contains("avg_surprisal_low", "avg_surprisal_high", "mean_tokens");
    assertThat(RankingDisplay.of(ranking).text())
        .contains("- By avg_surprisal, lower suits the student better: ")
        .contains("- By tokens, which promises nothing: ");
  }

  @Test
  void compareByAnUnknownMetric_namesThoseThereAre() {
    assertThatThrownBy(() -> run("compare", "scored", "--metrics", "rsrr"))
        .isInstanceOf(RsrException.class)
        .hasMessageStartingWith("There is no metric 'rsrr'; there are rsr, avg_rank,");
  }

  @Test
  void compareByAMetricThatWasNotScored_saysHowToAddIt() {
    assertThatThrownBy(() -> run("compare", "scored", "--metrics", "avg_entropy"))
        .isInstanceOf(MetricException.class)
        .hasMessageContaining("Add it with: %rsr score TABLE --metrics avg_entropy");
  }

  @Test
  void compareOfTwoStudentsTables_standsSideBySide() throws Exception {
    Table second = scored();
    second.doubleColumn("avg_rank").set(second.stringColumn("teacher").isEqualTo("A"), 9.0);
    second.addColumns(StringColumn.create("student", Collections.nCopies(9, "tiny")));
    notebook.variables.put("second", second);

    RankingTable ranking = (RankingTable) run("compare", "scored", "second");

    assertThat(ranking.columnNames()).contains("rsr_tiny", "rsr_tiny_low", "rsr_tiny_high");
    assertThat(RankingDisplay.of(ranking).text())
        .contains("- Under tiny by rsr, lower suits the student better: B 3", "Spearman's ρ with");
  }

  @Test
  void compareOnSharedQuestions_takesThoseOfAllTables() throws Exception {
    Table second = scored();
    second = second.where(second.stringColumn("id").isNotEqualTo("q1"));
    second.addColumns(StringColumn.create("student", Collections.nCopies(6, "tiny")));
    notebook.variables.put("second", second);

    RankingTable ranking = (RankingTable) run("compare", "scored", "second", "--shared-ids");

    assertThat(ranking.ranking().rows()).extracting(TeacherRanking.Row::questions).containsOnly(2);
    assertThat(ranking.otherStudents().get(0).ranking().rows())
        .extracting(TeacherRanking.Row::questions)
        .containsOnly(2);
  }

  @Test
  void selectPerTeacher_givesAllRowsOfTheBest() throws Exception {
    Table chosen = (Table) run("select", "scored", "--per", "teacher", "--k", "2");

    assertThat(chosen.stringColumn("teacher").asSet()).containsExactlyInAnyOrder("A", "B");
    assertThat(chosen.rowCount()).isEqualTo(6);
    assertThat(notebook.shown.get(0).text()).contains("Ranked by 200 trajectories of each at most");
  }

  @Test
  void select_givesTheBestRowOfEveryQuestionAndReportsIt() throws Exception {
    Table chosen = (Table) run("select", "scored", "--per", "question");
    assertThat(chosen.stringColumn("teacher").asList()).containsExactly("A", "A", "A");
    assertThat(notebook.shown.get(0).text())
        .startsWith("3 trajectories chosen: 3 of A\n")
        .contains("chosen", "random", "longest", "all");
  }

  @Test
  void selectWhere_choosesAmongThoseRowsOnly() throws Exception {
    Table chosen = (Table) run("select", "scored", "--per", "question", "--where", "correct=true");
    assertThat(chosen.stringColumn("teacher").asList()).containsExactly("B", "A", "A");
  }

  @Test
  void selectWhere_ofAValueThatNoRowHas_isAnError() {
    assertThatThrownBy(() -> run("select", "scored", "--where", "teacher=Z"))
        .isInstanceOf(RsrException.class)
        .hasMessage("No row of the table 'scored' has teacher=Z.");
  }

  @Test
  void selectOut_writesTheRows() throws Exception {
    Path out = folder.resolve("train.jsonl");
    run("select", "scored", "--per", "question", "--out", out.toString());
    assertThat(Files.readAllLines(out)).hasSize(3);
  }

  @Test
  void selectOutInALayout_entersTheFileForLlamaFactory() throws Exception {
    Path out = folder.resolve("train.jsonl");
    run("select", "scored", "--out", out.toString(), "--layout", "messages");
    assertThat(Files.readAllLines(out)).hasSize(3);
    assertThat(Files.readString(folder.resolve("dataset_info.json"))).contains("\"train.jsonl\"");
  }

  @Test
  void correlate_takesResultsFromACsvFile() throws Exception {
    CorrelationTable table =
        (CorrelationTable) run("correlate", "scored", "--with", results("A,9\nB,7\nC,5\n"));
    assertThat(table.correlation().coefficient()).isEqualTo(-1);
    assertThat(table.columnNames()).containsExactly("teacher", "rsr", "accuracy");
  }

  @Test
  void correlateLeavingOneOut_hasTheCoefficientWithoutEachTeacher() throws Exception {
    CorrelationTable table =
        (CorrelationTable)
            run(
                "correlate",
                "scored",
                "--with",
                results("A,9\nB,7\nC,8\n"),
                "--method",
                "kendall",
                "--leave-one-out");
    assertThat(table.doubleColumn("without_it").asList()).containsExactly(1.0, -1.0, -1.0);
  }

  @Test
  void correlateWithAFileThatIsNotThere_saysWhatItTakes() {
    assertThatThrownBy(() -> run("correlate", "scored", "--with", "nowhere.csv"))
        .isInstanceOf(RsrException.class)
        .hasMessage(
            "No variable or file is called 'nowhere.csv'."
                + " --with takes a .csv file with the columns teacher and a result.");
  }

  @Test
  void correlateWithoutBootstrapRounds_isAnError() {
    assertThatThrownBy(
            () ->
                run(
                    "correlate",
                    "scored",
                    "--with",
                    results("A,9\nB,7\nC,5\n"),
                    "--bootstrap",
                    "0"))
        .isInstanceOf(MetricException.class)
        .hasMessage("A bootstrap needs at least 1 round, not 0.");
  }

  private String results(String rows) throws IOException {
    return Files.writeString(folder.resolve("results.csv"), "\uFEFFteacher,accuracy\n" + rows)
        .toString();
  }

  private Object run(String... line) throws Exception {
    return commandLine.parse(List.of(line)).call();
  }

  /** Three teachers on three questions; A is the best on each, but its first answer is wrong. */
  private static Table scored() {
    Table table =
        Table.create(
            "scored",
            StringColumn.create("id"),
            StringColumn.create("teacher"),
            StringColumn.create("messages"),
            BooleanColumn.create("correct"),
            IntColumn.create("tokens"),
            DoubleColumn.create("avg_rank"),
            DoubleColumn.create("avg_surprisal"),
            DoubleColumn.create("rsr"),
            StringColumn.create("status"),
            StringColumn.create("score_key"));
    for (int q = 1; q <= 3; q++) {
      for (int t = 0; t < 3; t++) {
        table.stringColumn("id").append("q" + q);
        table.stringColumn("teacher").append(List.of("A", "B", "C").get(t));
        table
            .stringColumn("messages")
            .append(
                "[{\"role\":\"user\",\"content\":\"?\"},{\"role\":\"assistant\",\"content\":\"!\"}]");
        table.booleanColumn("correct").append(q > 1 || t > 0);
        table.intColumn("tokens").append(10 * q);
        table.doubleColumn("avg_rank").append(q + t);
        table.doubleColumn("avg_surprisal").append(1);
        table.doubleColumn("rsr").append(q + t);
        table.stringColumn("status").append("ok");
        table.stringColumn("score_key").append("key");
      }
    }
    return table;
  }

  /** A notebook that holds variables and keeps what is shown. */
  private static final class Cells implements Notebook {
    private final Map<String, Object> variables = new LinkedHashMap<>();
    private final List<Rendering> shown = new ArrayList<>();

    @Override
    public Optional<Object> variable(String name) {
      return Optional.ofNullable(variables.get(name));
    }

    @Override
    public Optional<String> kernelId() {
      return Optional.empty();
    }

    @Override
    public List<String> tableVariables() {
      return List.copyOf(variables.keySet());
    }

    @Override
    public Display display(Rendering rendering) {
      shown.add(rendering);
      return shown::add;
    }
  }
}
