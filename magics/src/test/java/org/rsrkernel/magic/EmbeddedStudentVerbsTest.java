package org.rsrkernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.verb.RankingTable;
import org.rsrkernel.metric.Metrics;
import org.rsrkernel.view.Rendering;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Verbs that need a student: the embedded one, which {@code ./install} puts in its place and
 * without which these tests fail and say so.
 */
class EmbeddedStudentVerbsTest {

  private static final String DIALOGUE =
      """
      {"id": "d", "messages": [{"role": "user", "content": "12+1?"},\
       {"role": "assistant", "content": "<think>Let me use a tool here.</think>calc(12+1)"},\
       {"role": "user", "content": "13"},\
       {"role": "assistant", "content": "It is thirteen."}]}
      """;

  @TempDir private static Path home;

  private static RsrLines rsr;

  @BeforeAll
  static void scoreThreeShortTrajectories() throws Exception {
    rsr = new RsrLines(home);
    rsr.run("student smollm2");
    rsr.run("student smollm2 --as second");
    rsr.notebook.declare(
        "pairs",
        Table.create(
            "pairs",
            StringColumn.create("id", "q1", "q1", "q2"),
            StringColumn.create("teacher", "terse", "wordy", "terse"),
            StringColumn.create("prompt", "1+1?", "1+1?", "2+2?"),
            StringColumn.create("response", "2", "The answer is two.", "4")));
    rsr.notebook.declare("runs", rsr.run("load pairs"));
    rsr.notebook.declare("scored", rsr.run("score runs"));
  }

  @AfterAll
  static void close() {
    rsr.close();
  }

  @Test
  void tokens_areShown() throws Exception {
    assertThat(text("tokens q2")).contains("q2", "terse", "Most surprising tokens");
  }

  @Test
  void tokensOfAnIdOfSeveralTeachers_areTheFirstOnesWithANote() throws Exception {
    assertThat(text("tokens q1")).contains("terse");
    assertThat(rsr.notebook.texts())
        .contains(
            "Trajectory 'q1' is by several teachers; this is terse's. Others, with --teacher: wordy.");
  }

  @Test
  void tokensAgainstATeacher_standSideBySide() throws Exception {
    assertThat(text("tokens q1 --against wordy")).contains("q1 · terse", "q1 · wordy");
  }

  @Test
  void tokensAgainstAStudent_showTheDifference() throws Exception {
    Rendering difference = (Rendering) rsr.run("tokens q2 --against second");

    assertThat(difference.html()).contains("difference");
  }

  @Test
  void tokensAgainstNobody_nameThoseThereAre() {
    assertThatThrownBy(() -> rsr.run("tokens q1 --against nobody"))
        .isInstanceOf(RsrException.class)
        .hasMessage(
            "'nobody' is neither a teacher with a trajectory 'q1' (terse, wordy) nor a loaded student (smollm2, second).");
  }

  @Test
  void unknownId_hasTheNearestNamed() {
    assertThatThrownBy(() -> rsr.run("tokens q3"))
        .hasMessage("No trajectory of table 'pairs' has the id 'q3'; near it are q1, q2.");
  }

  @Test
  void unknownTeacher_hasThoseThereAreNamed() {
    assertThatThrownBy(() -> rsr.run("tokens q1 --teacher nobody"))
        .hasMessage("No trajectory 'q1' is by 'nobody'; it is by terse, wordy.");
  }

  @Test
  void cell_isScoredAsAResponse() throws Exception {
    Rendering tokens = (Rendering) rsr.runCell("tokens --question 1+1?", "two\n");

    assertThat(tokens.text()).contains("this cell");
    assertThatThrownBy(() -> rsr.runCell("tokens", "two"))
        .hasMessage("Say which question the cell answers: %%rsr tokens --question \"…\"");
  }

  @Test
  void tokens_offerLikelierOnes_unlessToldNotTo() throws Exception {
    String line = "tokens q1 --teacher wordy";

    assertThat(((Rendering) rsr.run(line)).html())
        .containsPattern("\"alternatives\":\\{\"\\d+\":\\[\\[");
    assertThat(((Rendering) rsr.run(line + " --likelier 0")).html())
        .contains("\"alternatives\":{}");
    assertThatThrownBy(() -> rsr.run(line + " --likelier -1"))
        .isInstanceOf(RsrException.class)
        .hasMessage("--likelier is -1, but it is between 0 and 20.");
  }

  @Test
  void pageOfAMap_asksForTokensByNumber() throws Exception {
    String html = ((Rendering) rsr.run("plot map scored")).html();
    Matcher page = Pattern.compile("\"page\":\"([^\"]+)\"").matcher(html);
    assertThat(page.find()).isTrue();

    Map<String, String> second =
        rsr.session.pageQuestions().answer(Map.of("page", page.group(1), "number", "2"));
    Map<String, String> stranger =
        rsr.session.pageQuestions().answer(Map.of("page", "of another kernel", "number", "2"));

    assertThat(second.get("found")).contains("q1 · wordy · ", "\"alternatives\":{\"");
    assertThat(stranger.get("problem"))
        .isEqualTo("it does not know this output any more; run the cell again");
  }

  @Test
  void mapByAnotherColumn_carriesItsTokensToo() throws Exception {
    String html = ((Rendering) rsr.run("plot map scored --by response")).html();

    assertThat(html).contains("Tokens of 3 of 3 trajectories are in this page");
  }

  @Test
  void agreementWithASecondStudent_isDrawn() throws Exception {
    assertThat(text("plot agreement scored --student2 second"))
        .startsWith("rsr under second against rsr as in the table");
  }

  @Test
  void scoreOverTurns_hasARowForEachAssistantTurn() throws Exception {
    rsr.notebook.declare(
        "dialogues", rsr.run("load " + Files.writeString(home.resolve("turns.jsonl"), DIALOGUE)));
    Table turns = (Table) rsr.run("score dialogues --over turns");

    assertThat(turns.intColumn("turn").asList()).containsExactly(1, 2);
    assertThat(turns.stringColumn("over").asList()).containsOnly("turns");
    Table last = (Table) rsr.run("score dialogues --over last-turn");
    assertThat(last.doubleColumn("rsr").get(0)).isEqualTo(turns.doubleColumn("rsr").get(1));
    Table reasoning = (Table) rsr.run("score dialogues --over reasoning");
    assertThat(reasoning.stringColumn("status").get(0)).isEqualTo("ok");
    assertThat(reasoning.intColumn("tokens").get(0)).isBetween(5, 12);
    rsr.notebook.declare("scored", rsr.run("score runs"));
  }

  @Test
  void plotOfATableOverAPart_isOfThatPart() throws Exception {
    rsr.notebook.declare(
        "dialogues", rsr.run("load " + Files.writeString(home.resolve("turns.jsonl"), DIALOGUE)));
    Table reasoning = (Table) rsr.run("score dialogues --over reasoning");
    Table turns = (Table) rsr.run("score dialogues --over turns");
    rsr.notebook.declare("reasoning", reasoning);
    rsr.notebook.declare("last", turns.where(turns.intColumn("turn").isEqualTo(2)));

    assertThat(text("plot tokens reasoning"))
        .startsWith("Over the reasoning.\nRank against surprisal of ")
        .contains(" of " + reasoning.intColumn("tokens").get(0) + " tokens");
    assertThat(text("plot tokens last")).contains(turns.intColumn("tokens").get(1) + " tokens");
    assertThat(text("plot curve reasoning --id d"))
        .contains("Let me use a tool here.")
        .doesNotContain("thirteen");
    assertThat(text("tokens d --table reasoning --likelier 0"))
        .contains(reasoning.intColumn("tokens").get(0) + " response tokens");
    assertThat(((Rendering) rsr.run("plot map reasoning")).html())
        .contains("Tokens of 1 of 1 trajectories");
    rsr.notebook.declare("scored", rsr.run("score runs"));
  }

  @Test
  void compareOverAPart_takesKeptScores() throws Exception {
    RankingTable whole = (RankingTable) rsr.run("compare scored");
    RankingTable sentences = (RankingTable) rsr.run("compare scored --over sentences");

    assertThat(sentences.ranking().over()).isEqualTo("each sentence");
    assertThat(sentences.longColumn("tokens").sum()).isEqualTo(whole.longColumn("tokens").sum());
    assertThatThrownBy(() -> rsr.run("compare scored --over reasoning"))
        .hasMessage(
            "No row of the table 'pairs' has a value of rsr; the column 'status' says why.");
  }

  @Test
  void compareByAMetricRegisteredInACell_needsNoFurtherScoring() throws Exception {
    Metrics.register("first_rank", t -> t.rank(0));

    RankingTable ranking = (RankingTable) rsr.run("compare scored --metrics first_rank");
    assertThat(ranking.columnNames()).contains("first_rank");
    assertThat(((Table) rsr.run("select scored --metric first_rank")).rowCount()).isEqualTo(2);
    Table weighted = (Table) rsr.run("select scored --metric lark_score --k 2 --weights");
    assertThat(weighted.doubleColumn("train_weight").sum()).isCloseTo(2, within(1e-9));
  }

  @Test
  void scoreByMetricsOfFurtherPasses_asksBothStudents() throws Exception {
    rsr.notebook.declare(
        "answered",
        Table.create(
            "answered",
            StringColumn.create("id", "q1", "q2"),
            StringColumn.create("teacher", "terse", "terse"),
            StringColumn.create("prompt", "1+1?", "2+2?"),
            StringColumn.create("response", "One and one is 2.", "That is four."),
            StringColumn.create("answer", "2", "")));
    rsr.notebook.declare("solved", rsr.run("load answered"));
    Table table =
        (Table) rsr.run("score solved --metrics adaptability,transfer,ifd --second second");

    assertThat(table.doubleColumn("ifd").countMissing()).isZero();
    assertThat(table.doubleColumn("adaptability").get(0)).isPositive();
    assertThat(table.doubleColumn("transfer").get(0)).isNegative();
    assertThat(table.doubleColumn("adaptability").isMissing(1)).as("no gold answer").isTrue();
    assertThat(table.stringColumn("student").asList()).containsOnly("second");
    assertThatThrownBy(() -> rsr.run("score solved --metrics ifd --over answer"))
        .hasMessage("'ifd' takes whole responses; score it without --over answer.");
    assertThatThrownBy(() -> rsr.run("score solved --metrics transfer"))
        .hasMessageEndingWith("and a second student: --second NAME.");
    rsr.notebook.declare("scored", rsr.run("score runs"));
  }

  private static String text(String line) throws Exception {
    return ((Rendering) rsr.run(line)).text();
  }
}
