package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
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
        new TrajectoryChoice(Metrics.find("rsr").orElseThrow(), 2, OptionalLong.of(80))
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
        new TrajectoryChoice(Metrics.find("grape").orElseThrow(), 1, OptionalLong.empty());
    assertThat(teachers(choice.from(scored))).containsExactly("B");
  }

  @Test
  void metricThatPromisesNothing_isRefused() {
    TrajectoryChoice choice =
        new TrajectoryChoice(Metrics.find("tokens").orElseThrow(), 1, OptionalLong.empty());
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

  private static TrajectoryChoice best(int perQuestion) {
    return new TrajectoryChoice(
        Metrics.find("rsr").orElseThrow(), perQuestion, OptionalLong.empty());
  }

  private static List<String> teachers(Table table) {
    return table.stringColumn("teacher").asList();
  }
}
