package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TrajectoryChoiceTest {

  @Test
  void bestOfEveryQuestion_isChosenInTheTablesOrder() {
    Table scored =
        new ScoredRows()
            .row("q1", "A", 4, 2)
            .row("q1", "B", 3, 2)
            .row("q2", "A", 2, 2)
            .row("q2", "B", 5, 2)
            .table();
    assertThat(teachers(best(1).from(scored))).containsExactly("B", "A");
    assertThat(best(2).from(scored).rowCount()).isEqualTo(4);
  }

  @Test
  void equalValues_takeTheShorterThenTheTeacherByName() {
    Table scored =
        new ScoredRows()
            .row("q1", "long", 90, 4, 2, "ok", null)
            .row("q1", "short", 30, 4, 2, "ok", null)
            .row("q2", "zeta", 4, 2)
            .row("q2", "alpha", 4, 2)
            .table();
    assertThat(teachers(best(1).from(scored))).containsExactly("short", "alpha");
  }

  @Test
  void budget_goesToEveryQuestionsBestFirstAndPassesOverWhatDoesNotFit() {
    Table scored =
        new ScoredRows()
            .row("q1", "A", 40, 1, 1, "ok", null)
            .row("q1", "B", 10, 1.1, 1, "ok", null)
            .row("q2", "A", 70, 2, 1, "ok", null)
            .row("q3", "A", 30, 3, 1, "ok", null)
            .table();
    Table chosen =
        new TrajectoryChoice(
                Metrics.find("rsr").orElseThrow(), new ChoiceLimits(2, OptionalLong.of(80), 1, 1))
            .from(scored);
    assertThat(chosen.intColumn("tokens").asList()).containsExactly(40, 10, 30);
  }

  @Test
  void rowsWithoutTheMetric_areNeverChosen() {
    Table scored = new ScoredRows().unscored("q1", "A").row("q2", "B", 4, 2).table();
    assertThat(teachers(best(1).from(scored))).containsExactly("B");
  }

  @Test
  void metricWhereHigherIsBetter_choosesTheHighest() {
    Table scored = new ScoredRows().row("q1", "A", 4, 2).row("q1", "B", 3, 1).table();
    scored.addColumns(scored.doubleColumn("avg_surprisal").multiply(-1).setName("grape"));
    TrajectoryChoice choice =
        new TrajectoryChoice(Metrics.find("grape").orElseThrow(), ChoiceLimits.perQuestion(1));
    assertThat(teachers(choice.from(scored))).containsExactly("B");
  }

  @Test
  void metricThatPromisesNothing_isRefused() {
    TrajectoryChoice choice =
        new TrajectoryChoice(Metrics.find("tokens").orElseThrow(), ChoiceLimits.perQuestion(1));
    Table scored = new ScoredRows().row("q1", "A", 4, 2).table();
    assertThatThrownBy(() -> choice.from(scored))
        .isInstanceOf(MetricException.class)
        .hasMessage("The metric 'tokens' does not say which end is better; choose by another.");
  }

  @Test
  void noValues_areAnError() {
    Table scored = new ScoredRows().unscored("q1", "A").table();
    assertThatThrownBy(() -> best(1).from(scored))
        .isInstanceOf(MetricException.class)
        .hasMessage("No row of the table 'scored' has a value of rsr to choose by.");
  }

  @Test
  void report_setsTheChoiceBesideChanceAndLength() {
    Table scored =
        new ScoredRows()
            .row("q1", "A", 10, 2, 1, "ok", null)
            .row("q1", "B", 50, 3, 1, "ok", null)
            .row("q2", "A", 60, 6, 1, "ok", null)
            .row("q2", "B", 20, 4, 1, "ok", null)
            .table();
    Table chosen = best(1).from(scored);
    Table report = ChoiceReport.of(best(1), scored, chosen, 0);
    assertThat(report.stringColumn("selection").asList())
        .containsExactly("chosen", "random", "longest", "all");
    assertThat(report.intColumn("trajectories").asList()).containsExactly(2, 2, 2, 4);
    assertThat(report.longColumn("tokens").get(0)).isEqualTo(30);
    assertThat(report.longColumn("tokens").get(2)).isEqualTo(110);
    assertThat(report.doubleColumn("rsr").get(0)).isEqualTo(3);
    assertThat(report.doubleColumn("rsr").get(2)).isEqualTo(4.5);
    assertThat(report.doubleColumn("rsr").get(3)).isEqualTo(3.75);
    assertThat(TrajectoryChoice.teacherShares(chosen)).containsEntry("A", 1).containsEntry("B", 1);
  }

  @Test
  void teachersShare_leavesTheRestToOthers() {
    ScoredRows rows = new ScoredRows();
    for (int q = 0; q < 4; q++) {
      rows.row("q" + q, "A", 1 + q, 1).row("q" + q, "B", 10, 1);
    }
    TrajectoryChoice half =
        new TrajectoryChoice(
            Metrics.find("rsr").orElseThrow(), new ChoiceLimits(1, OptionalLong.empty(), 0.5, 1));

    assertThat(teachers(half.from(rows.table()))).containsExactly("A", "A", "B", "B");
  }

  @Test
  void responsesThatAreTooMuchAlike_areNotBothChosen() {
    Table rows =
        new ScoredRows().row("q", "A", 1, 1).row("q", "B", 2, 1).row("q", "C", 3, 1).table();
    rows.addColumns(
        StringColumn.create(
            "response",
            "add two and three to get five",
            "Add two and three to get five",
            "five, since five is two more than three"));
    TrajectoryChoice unlike =
        new TrajectoryChoice(
            Metrics.find("rsr").orElseThrow(), new ChoiceLimits(2, OptionalLong.empty(), 1, 0.5));

    assertThat(teachers(unlike.from(rows))).containsExactly("A", "C");
  }

  @Test
  void bestTeachersBySample_giveAllTheirRows() {
    ScoredRows rows = new ScoredRows();
    for (int q = 0; q < 20; q++) {
      rows.row("q" + q, "A", 3 + q % 3, 1).row("q" + q, "B", 1 + q % 3, 1).row("q" + q, "C", 9, 1);
    }
    TeacherChoice.Chosen chosen =
        new TeacherChoice(Metrics.find("rsr").orElseThrow(), 2, 10)
            .from(rows.table(), "teacher", 100, 0);

    assertThat(chosen.ranking().rows())
        .extracting(TeacherRanking.Row::trajectories)
        .containsOnly(10);
    assertThat(chosen.rows().rowCount()).isEqualTo(40);
    assertThat(chosen.rows().stringColumn("teacher").asSet()).containsExactlyInAnyOrder("A", "B");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0, 1, 1, '--k is 0, but at least 1 is kept a question.'",
    "1, 0, 1, '--share is 0.0, but a teacher''s share is above 0 and at most 1.'",
    "1, 1, 2, '--alike is 2.0, but a share of common words is between 0 and 1.'"
  })
  void limitsOutOfRange_areRefused(int count, double share, double alike, String message) {
    assertThatThrownBy(() -> new ChoiceLimits(count, OptionalLong.empty(), share, alike))
        .isInstanceOf(MetricException.class)
        .hasMessage(message);
  }

  private static TrajectoryChoice best(int perQuestion) {
    return new TrajectoryChoice(
        Metrics.find("rsr").orElseThrow(), ChoiceLimits.perQuestion(perQuestion));
  }

  private static List<String> teachers(Table table) {
    return table.stringColumn("teacher").asList();
  }
}
