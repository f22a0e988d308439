package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class SharedQuestionsTest {

  @Test
  void questionsOfAllTeachers_areKept() {
    Table scored =
        new ScoredRows()
            .row("q1", "A", 4, 2)
            .row("q2", "A", 4, 2)
            .row("q2", "B", 9, 2)
            .row("q3", "B", 9, 2)
            .table();
    Table shared = SharedQuestions.only(scored, "teacher");
    assertThat(shared.stringColumn("id").asList()).containsExactly("q2", "q2");
    assertThat(shared.name()).isEqualTo("scored");
  }

  @Test
  void unscoredAnswer_sharesNothing() {
    Table scored =
        new ScoredRows()
            .row("q1", "A", 4, 2)
            .unscored("q1", "B")
            .row("q2", "A", 4, 2)
            .row("q2", "B", 4, 2)
            .table();
    assertThat(SharedQuestions.only(scored, "teacher").stringColumn("id").asList())
        .containsExactly("q2", "q2");
  }

  @Test
  void rowsWithoutAnId_areNoSharedQuestion() {
    Table scored = new ScoredRows().row("", "A", 4, 2).row("", "B", 4, 2).table();
    assertThatThrownBy(() -> SharedQuestions.only(scored, "teacher"))
        .isInstanceOf(MetricException.class)
        .hasMessage("No row of the table 'scored' has both an id and scores.");
  }

  @Test
  void nothingShared_namesTheTeachers() {
    Table scored = new ScoredRows().row("q1", "A", 4, 2).row("q2", "B", 9, 2).table();
    assertThatThrownBy(() -> SharedQuestions.only(scored, "teacher"))
        .isInstanceOf(MetricException.class)
        .hasMessage("No question is answered by all of A, B.");
  }
}
