package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class MatchedLengthsTest {

  @Test
  void everyTeacher_keepsAsManyOfEachLength() {
    ScoredRows rows = new ScoredRows();
    for (int q = 0; q < 10; q++) {
      rows.row("q" + q, "short", q < 4 ? 100 : 20, 3, 1, "ok", null);
      rows.row("q" + q, "long", q < 7 ? 105 : 900, 3, 1, "ok", null);
    }
    Table matched = MatchedLengths.only(rows.table(), "teacher", 0);

    assertThat(matched.where(matched.stringColumn("teacher").isEqualTo("short")).rowCount())
        .isEqualTo(4);
    assertThat(matched.where(matched.stringColumn("teacher").isEqualTo("long")).rowCount())
        .isEqualTo(4);
    assertThat(matched.intColumn("tokens").max()).isEqualTo(105);
    assertThat(matched.intColumn("tokens").min()).isEqualTo(100);
  }

  @Test
  void lengthsThatNeverMeet_areNamed() {
    Table rows =
        new ScoredRows()
            .row("q", "short", 20, 3, 1, "ok", null)
            .row("q", "long", 900, 3, 1, "ok", null)
            .table();

    assertThatThrownBy(() -> MatchedLengths.only(rows, "teacher", 0))
        .isInstanceOf(MetricException.class)
        .hasMessage(
            "At no length does every teacher have a trajectory, so lengths cannot be matched."
                + " Median response tokens: short 20, long 900.");
  }
}
