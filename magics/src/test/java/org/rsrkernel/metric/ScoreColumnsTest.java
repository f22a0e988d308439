package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.ScoredTrajectory;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ScoreColumnsTest {

  private static final Table TRAJECTORIES =
      Table.create("runs", StringColumn.create("id", "q1", "q2"));

  private static final List<ScoredTrajectory> OUTCOMES =
      List.of(
          new ScoredTrajectory(
              "ok",
              Optional.of(new ScoreKey("abc")),
              Optional.of(TokenScoresOf.tokens(new int[] {3, 500}, 1, 2))),
          new ScoredTrajectory("no_response", Optional.empty(), Optional.empty()));

  @Test
  void scores_standBesideTheRows() {
    Table scored = ScoreColumns.addTo(TRAJECTORIES, OUTCOMES, List.of(), 100);
    assertThat(scored.columnNames())
        .containsExactly("id", "tokens", "avg_rank", "avg_surprisal", "rsr", "status", "score_key");
    assertThat(scored.doubleColumn("rsr").get(0)).isEqualTo(103 / 3.0);
    assertThat(TRAJECTORIES.columnCount()).as("the table given is left as it is").isEqualTo(1);
  }

  @Test
  void rowWithoutScores_isKeptWithItsStatus() {
    Table scored = ScoreColumns.addTo(TRAJECTORIES, OUTCOMES, List.of(), 100);
    assertThat(scored.column("rsr").isMissing(1)).isTrue();
    assertThat(scored.column("tokens").isMissing(1)).isTrue();
    assertThat(scored.stringColumn("status").get(1)).isEqualTo("no_response");
  }

  @Test
  void metricWhoseSetsAreARatio_bringsItsHalves() {
    Metric ratio = Metrics.find("rank_over_entropy").orElseThrow();
    Table scored = ScoreColumns.addTo(TRAJECTORIES, OUTCOMES, List.of(ratio), 100);
    assertThat(scored.columnNames()).containsSequence("rsr", "avg_entropy", "rank_over_entropy");
  }

  @Test
  void scoringAgain_replacesTheColumns() {
    Table once = ScoreColumns.addTo(TRAJECTORIES, OUTCOMES, List.of(), 100);
    Table again = ScoreColumns.addTo(once, OUTCOMES, List.of(), 10);
    assertThat(again.columnNames()).isEqualTo(once.columnNames());
    assertThat(again.doubleColumn("avg_rank").get(0)).isEqualTo(6.5);
  }
}
