package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TeacherRankingTest {

  @Test
  void rsrOfASet_isTheMeanOfMeansOverTheMeanOfMeans() {
    Table scored =
        new ScoredRows()
            .row("q1", "A", 1000, 2, 1, "ok", null)
            .row("q2", "A", 10, 8, 0.5, "ok", null)
            .table();
    // Not pooled over tokens (2.05), not a mean of the ratios 2 and 16.
    assertThat(byRsr(scored).rows().get(0).value()).isEqualTo((2 + 8) / (1 + 0.5));
  }

  @Test
  void trajectoryOfCertainTokens_countsInTheSetThoughItHasNoRatio() {
    Table scored = new ScoredRows().row("q1", "A", 1, 0).row("q2", "A", 3, 2).table();
    assertThat(byRsr(scored).rows().get(0).value()).isEqualTo(2);
    assertThat(byRsr(scored).rows().get(0).trajectories()).isEqualTo(2);
  }

  @Test
  void otherMetrics_areMeansOverTrajectories() {
    Table scored = new ScoredRows().row("q1", "A", 2, 1).row("q2", "A", 8, 0.5).table();
    assertThat(by("avg_surprisal", scored).rows().get(0).value()).isEqualTo(0.75);
  }

  @Test
  void teachers_comeBestFirst() {
    Table scored =
        new ScoredRows()
            .row("q", "worse", 9, 2)
            .row("q", "best", 4, 2)
            .row("q", "mid", 6, 2)
            .table();
    assertThat(teachers(byRsr(scored))).containsExactly("best", "mid", "worse");
  }

  @Test
  void teachersByAMetricWhereHigherIsBetter_comeHighestFirst() {
    Table scored = new ScoredRows().row("q", "A", 9, 2).row("q", "B", 4, 1).table();
    scored.addColumns(scored.doubleColumn("avg_surprisal").multiply(-1).setName("grape"));
    assertThat(teachers(by("grape", scored))).containsExactly("B", "A");
  }

  @Test
  void equalTeachers_keepTheirOrderAndCannotBeToldApart() {
    Table scored =
        new ScoredRows()
            .row("q1", "first", 4, 2)
            .row("q2", "first", 4, 2)
            .row("q1", "second", 4, 2)
            .row("q2", "second", 4, 2)
            .table();
    TeacherRanking ranking = byRsr(scored);
    assertThat(teachers(ranking)).containsExactly("first", "second");
    assertThat(ranking.rows().get(0).beatsNext()).isEqualTo(0.5);
    assertThat(ranking.rows().get(0).low()).isEqualTo(2);
    assertThat(ranking.rows().get(0).high()).isEqualTo(2);
    assertThat(ranking.notes())
        .contains(
            "first and second cannot be told apart: their order holds in 50 % of the bootstrap"
                + " rounds.");
  }

  @Test
  void oneTrajectory_hasAValueButNoInterval() {
    Table scored = new ScoredRows().row("q", "A", 4, 2).row("q", "B", 9, 2).table();
    TeacherRanking ranking = byRsr(scored);
    TeacherRanking.Row best = ranking.rows().get(0);
    assertThat(best.value()).isEqualTo(2);
    assertThat(best.low()).isNaN();
    assertThat(best.beatsNext()).isNaN();
    assertThat(best.tiedWithNext()).isTrue();
    assertThat(ranking.notes())
        .containsExactly(
            "One question is too few for an interval: A, B.",
            "Fewer than 200 trajectories, so take the order as a first look: A, B.");
  }

  @Test
  void oneTeacher_isRankedAlone() {
    Table scored = new ScoredRows().row("q1", "A", 4, 2).row("q2", "A", 6, 2).table();
    TeacherRanking ranking = byRsr(scored);
    assertThat(teachers(ranking)).containsExactly("A");
    assertThat(ranking.rows().get(0).next()).isEmpty();
    assertThat(ranking.rows().get(0).tiedWithNext()).isFalse();
  }

  @Test
  void severalAnswersToAQuestion_countAsOneQuestion() {
    Table scored =
        new ScoredRows().row("q", "A", 4, 2).row("q", "A", 6, 2).row("q", "A", 8, 2).table();
    TeacherRanking.Row row = byRsr(scored).rows().get(0);
    assertThat(row.trajectories()).isEqualTo(3);
    assertThat(row.questions()).isEqualTo(1);
    assertThat(row.low()).isNaN();
  }

  @Test
  void rowsWithoutScores_areLeftOutAndCounted() {
    Table scored =
        new ScoredRows()
            .row("q1", "A", 4, 2)
            .row("q2", "A", 6, 2)
            .unscored("q3", "A")
            .unscored("q1", "B")
            .table();
    TeacherRanking ranking = byRsr(scored);
    assertThat(teachers(ranking)).containsExactly("A");
    assertThat(ranking.notes())
        .contains(
            "Left out for want of a value: 1 of A's trajectories.",
            "Not ranked, for want of a value in every row: B. The column 'status' says why.");
  }

  @Test
  void tableWithoutScoredRows_isAnError() {
    Table scored = new ScoredRows().unscored("q1", "A").table();
    assertThatThrownBy(() -> byRsr(scored))
        .isInstanceOf(MetricException.class)
        .hasMessage(
            "No row of the table 'scored' has a value of rsr; the column 'status' says why.");
  }

  @Test
  void missingColumn_isNamedWithThoseThereAre() {
    Table scored = Table.create("t", StringColumn.create("teacher", "A"));
    assertThatThrownBy(() -> byRsr(scored))
        .isInstanceOf(MetricException.class)
        .hasMessage(
            "The table 't' has no column 'avg_rank'; it has teacher."
                + " Add it with: %rsr score TABLE --metrics avg_rank");
    assertThatThrownBy(() -> TeacherRanking.of(scored, "model", metric("rsr"), 10, 0))
        .isInstanceOf(MetricException.class)
        .hasMessage("The table 't' has no column 'model'; it has teacher.");
  }

  @Test
  void columnOfText_isNoMetric() {
    Table scored = new ScoredRows().row("q1", "A", 4, 2).table();
    scored.replaceColumn("avg_rank", StringColumn.create("avg_rank", "four"));
    assertThatThrownBy(() -> byRsr(scored))
        .isInstanceOf(MetricException.class)
        .hasMessage(
            "The column 'avg_rank' of the table 'scored' holds string, but numbers are needed.");
  }

  @Test
  void teacherWithoutAName_isShownAsNone() {
    Table scored = new ScoredRows().row("q1", "", 4, 2).row("q2", "", 4, 2).table();
    assertThat(teachers(byRsr(scored))).containsExactly("(none)");
  }

  @Test
  void questionsThatNotAllAnswered_areNoted() {
    Table scored =
        new ScoredRows()
            .row("q1", "A", 4, 2)
            .row("q2", "A", 4, 2)
            .row("q2", "B", 9, 2)
            .row("q3", "B", 9, 2)
            .table();
    TeacherRanking ranking = byRsr(scored);
    assertThat(ranking.sharedQuestions()).isEqualTo(1);
    assertThat(ranking.questions()).isEqualTo(3);
    assertThat(ranking.notes())
        .contains(
            "1 of 3 questions are answered by every teacher; --shared-ids compares on those"
                + " alone.");
  }

  @Test
  void lengthsCutsAndCorrectnessThatDiffer_areNoted() {
    ScoredRows rows = new ScoredRows();
    for (int q = 0; q < 10; q++) {
      rows.row("q" + q, "long", 900, 4, 2, q == 0 ? "truncated" : "ok", q < 9);
      rows.row("q" + q, "short", 300, 5, 2, "ok", q < 6);
    }
    assertThat(byRsr(rows.table()).notes())
        .contains(
            "Cut at the student's context: 10 % of long's trajectories.",
            "Responses of long are 3.0 times as long as those of short (medians): length may"
                + " explain the order; --match-lengths compares at like lengths.",
            "Answers are right in 90 % of long's trajectories, in 60 % of short's.");
  }

  @Test
  void neighboursThatDifferALittle_comeWithTheNumberOfQuestionsThatWouldSeparateThem() {
    SplittableRandom random = new SplittableRandom(5);
    ScoredRows rows = new ScoredRows();
    for (int q = 0; q < 50; q++) {
      rows.row("a" + q, "A", 6 + random.nextDouble(), 2);
      rows.row("b" + q, "B", 6.1 + random.nextDouble(), 2);
    }
    TeacherRanking.Row best = byRsr(rows.table()).rows().get(0);
    // Means of n uniform values differ with error √(1/12 · 2/n); 1.645 errors are 0.1 at n = 45.
    assertThat(best.next().orElseThrow().questionsNeeded().orElseThrow()).isBetween(10L, 1000L);
  }

  @Test
  void orderOfRows_changesNothing() {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      ScoredRows rows = new ScoredRows();
      for (int i = 0; i < 40; i++) {
        double surprisal = 0.1 + random.nextDouble();
        rows.row("q" + i / 4, "T" + i % 4, 1 + 3 * random.nextDouble(), surprisal);
      }
      Table scored = rows.table();
      Table shuffled = scored.sortDescendingOn("avg_rank");
      List<TeacherRanking.Row> expected = byRsr(scored).rows();
      List<TeacherRanking.Row> actual = byRsr(shuffled).rows();
      for (int t = 0; t < expected.size(); t++) {
        assertThat(actual.get(t).teacher())
            .as("seed %d", seed)
            .isEqualTo(expected.get(t).teacher());
        assertThat(actual.get(t).value()).isCloseTo(expected.get(t).value(), within(1e-12));
      }
    }
  }

  @Test
  void noRounds_isAnError() {
    Table scored = new ScoredRows().row("q1", "A", 4, 2).table();
    assertThatThrownBy(() -> TeacherRanking.of(scored, "teacher", metric("rsr"), 0, 0))
        .isInstanceOf(MetricException.class)
        .hasMessage("A bootstrap needs at least 1 round, not 0.");
  }

  private static TeacherRanking byRsr(Table scored) {
    return by("rsr", scored);
  }

  private static TeacherRanking by(String metric, Table scored) {
    return TeacherRanking.of(scored, "teacher", metric(metric), 200, 0);
  }

  private static Metric metric(String name) {
    return Metrics.find(name).orElseThrow();
  }

  private static List<String> teachers(TeacherRanking ranking) {
    return ranking.rows().stream().map(TeacherRanking.Row::teacher).toList();
  }

  @Test
  void generationSets_areAveragedAndNotPooled() {
    Table rows =
        new ScoredRows()
            .row("q1", "A", 2, 1)
            .row("q2", "A", 2, 1)
            .row("q1", "A", 6, 2)
            .row("q2", "A", 6, 2)
            .table();
    rows.addColumns(StringColumn.create("seed", "1", "1", "2", "2"));
    Metric rsr = Metrics.find("rsr").orElseThrow();

    TeacherRanking.Row averaged =
        TeacherRanking.of(rows, "teacher", Optional.of("seed"), rsr, 100, 0).rows().get(0);
    assertThat(averaged.value()).isEqualTo((2.0 + 3.0) / 2);
    assertThat(averaged.low()).isEqualTo(2.5); // questions are alike within a set
    assertThat(TeacherRanking.of(rows, "teacher", rsr, 100, 0).rows().get(0).value())
        .isEqualTo(8.0 / 3);
  }

  @Test
  void agreementOfTwoStudents_isOverTheTeachersOfBoth() {
    Metric rsr = Metrics.find("rsr").orElseThrow();
    ScoredRows one = new ScoredRows();
    ScoredRows other = new ScoredRows();
    for (int t = 0; t < 4; t++) {
      one.row("q", "T" + t, 2 + t, 1);
      other.row("q", "T" + t, 9 - t, 1);
    }
    TeacherRanking first = TeacherRanking.of(one.table(), "teacher", rsr, 10, 0);
    TeacherRanking second =
        TeacherRanking.of(other.row("q", "T9", 1, 1).table(), "teacher", rsr, 10, 0);

    assertThat(first.agreement(second)).isEqualTo(-1);
  }
}
