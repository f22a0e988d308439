package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rsrkernel.metric.pass.ReadingStudent;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.ScoredTrajectory;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Metrics over a table that lacks what they need say what to bring. */
class MissingNeedsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "pacr | a gold answer in the column 'answer'",
        "recoverability | a gold answer in the column 'answer', and a trajectory of the same teacher for another question",
        "transfer | a gold answer in the column 'answer', and a second student: --second NAME",
        "consensus | other trajectories for the same question",
        "canon | a column 'correct' that is true in some rows and false in others, and other trajectories for the same question",
        "probe | a column 'correct' that is true in some rows and false in others",
        "log_ratio | a column 'teacher_logprobs' with a list of one number for every response token, by the student's tokenizer"
      })
  void metricWithoutWhatItNeeds_saysWhatToBring(String name, String needs) {
    Table scored =
        Table.create(
            "runs",
            StringColumn.create("id", "q1"),
            StringColumn.create("teacher", "t"),
            StringColumn.create(
                "messages",
                "[{\"role\":\"user\",\"content\":\"?\"},{\"role\":\"assistant\",\"content\":\"so 2\"}]"));
    ScoredTrajectory outcome =
        new ScoredTrajectory(
            "ok",
            Optional.of(new ScoreKey("k")),
            Optional.of(TokenScoresOf.tokens(new int[] {1, 2}, 1, 2)));

    assertThatThrownBy(
            () ->
                new FurtherMetrics(new ReadingStudent(), Optional.empty())
                    .addTo(
                        scored, List.of(outcome), List.of(Metrics.find(name).orElseThrow()), 100))
        .isInstanceOf(MetricException.class)
        .hasMessage("No row of the table 'runs' has what %s needs: %s.".formatted(name, needs));
  }
}
