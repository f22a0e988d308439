package org.rsrkernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.view.Rendering;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Verbs that need a student: the embedded one, which {@code ./install} puts in its place and
 * without which these tests fail and say so.
 */
class EmbeddedStudentVerbsTest {

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
  void mapByAnotherColumn_carriesItsTokensToo() throws Exception {
    String html = ((Rendering) rsr.run("plot map scored --by response")).html();

    assertThat(html).contains("Tokens of 3 of 3 trajectories are in this page");
  }

  @Test
  void agreementWithASecondStudent_isDrawn() throws Exception {
    assertThat(text("plot agreement scored --student2 second"))
        .startsWith("rsr under second against rsr as in the table");
  }

  private static String text(String line) throws Exception {
    return ((Rendering) rsr.run(line)).text();
  }
}
