package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ResultCorrelationTest {

  private static final Metric RSR = Metrics.find("rsr").orElseThrow();

  /** RSR 2, 3, 4 and 5. */
  private static final Table SCORED =
      new ScoredRows()
          .row("q", "A", 2, 1)
          .row("q", "B", 3, 1)
          .row("q", "C", 4, 1)
          .row("q", "D", 5, 1)
          .table();

  @Test
  void lowRsrWithHighAccuracy_pointsTheRightWay() {
    ResultCorrelation correlation = correlate(Map.of("A", 9.0, "B", 7.0, "C", 5.0, "D", 1.0));
    assertThat(correlation.coefficient()).isEqualTo(-1);
    assertThat(correlation.pointsTheRightWay()).isTrue();
  }

  @Test
  void teachersThatDoNotMatch_areNamed() {
    ResultCorrelation correlation = correlate(Map.of("A", 9.0, "B", 7.0, "C", 5.0, "Phi-4", 1.0));
    assertThat(correlation.notes()).contains("No result for: D.", "No scores for: Phi-4.");
  }

  @Test
  void tooFewMatches_nameTheTeachersAndWhatTheyMayBeCalled() {
    Table scored = new ScoredRows().row("q", "Qwen-32B", 2, 1).row("q", "other", 3, 1).table();
    assertThatThrownBy(
            () ->
                ResultCorrelation.of(
                    scored,
                    "teacher",
                    RSR,
                    new MeasuredResults("accuracy", Map.of("qwen-32b", 1.0)),
                    CorrelationMethod.SPEARMAN,
                    10,
                    0))
        .isInstanceOf(MetricException.class)
        .hasMessage(
            "A correlation needs at least 3 teachers with both numbers, but 0 match. No result for:"
                + " Qwen-32B (did you mean qwen-32b?), other. No scores for: qwen-32b.");
  }

  @Test
  void equalResults_areNothingToCorrelate() {
    assertThatThrownBy(() -> correlate(Map.of("A", 1.0, "B", 1.0, "C", 1.0)))
        .isInstanceOf(MetricException.class)
        .hasMessage("All teachers have the same accuracy, so there is nothing to correlate.");
  }

  @Test
  void results_takeTheOnlyColumnOfNumbers() {
    Table results =
        Table.create(
            StringColumn.create("teacher", "A", "B"), DoubleColumn.create("accuracy", 1.0, 2.0));
    MeasuredResults measured = MeasuredResults.of(results, "teacher", null);
    assertThat(measured.measure()).isEqualTo("accuracy");
    assertThat(measured.byTeacher()).containsEntry("B", 2.0);
  }

  @Test
  void resultsWithSeveralColumnsOfNumbers_askForOne() {
    Table results =
        Table.create(
            StringColumn.create("teacher", "A"),
            DoubleColumn.create("aime", new double[] {1}),
            DoubleColumn.create("math", new double[] {2}));
    assertThatThrownBy(() -> MeasuredResults.of(results, "teacher", null))
        .isInstanceOf(MetricException.class)
        .hasMessage(
            "The results have several columns of numbers; name one with --result: aime, math.");
    assertThat(MeasuredResults.of(results, "teacher", "math").byTeacher()).containsEntry("A", 2.0);
  }

  @Test
  void teacherNamedTwice_isAnError() {
    Table results =
        Table.create(
            StringColumn.create("teacher", "A", "A"), DoubleColumn.create("accuracy", 1.0, 2.0));
    assertThatThrownBy(() -> MeasuredResults.of(results, "teacher", null))
        .isInstanceOf(MetricException.class)
        .hasMessage("The results name the teacher 'A' twice; keep one row a teacher.");
  }

  private static ResultCorrelation correlate(Map<String, Double> results) {
    return ResultCorrelation.of(
        SCORED,
        "teacher",
        RSR,
        new MeasuredResults("accuracy", results),
        CorrelationMethod.SPEARMAN,
        100,
        0);
  }
}
