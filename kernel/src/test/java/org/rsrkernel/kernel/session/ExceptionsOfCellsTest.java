package org.rsrkernel.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExceptionsOfCellsTest {
  private static NotebookSession session;

  @BeforeAll
  static void start() {
    session = NotebookSession.start();
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  @Test
  void exceptionOfAThread_namesTheCellsLine() {
    CellOutcome outcome =
        session.run(
            """
            Thread thread = new Thread(() -> {
              throw new IllegalStateException("elsewhere");
            });
            thread.start();
            thread.join();
            """);
    assertThat(outcome.succeeds().printed("stderr"))
        .contains("IllegalStateException: elsewhere", "line 2", "throw new");
  }

  @Test
  void exceptionAsAValue_showsWhereItWasMade() {
    assertThat(session.run("int a = 1;\nnew IllegalStateException(\"kept\")").result())
        .startsWith("IllegalStateException: kept\n  Cell In[")
        .contains("-->   2 | new IllegalStateException");
  }

  @Test
  void exceptionOfToString_namesTheCellsLine() {
    CellOutcome outcome =
        session.run(
            """
            class Shy { public String toString() { throw new IllegalStateException("no"); } }
            new Shy()
            """);
    outcome.fails("IllegalStateException", "the result cannot be shown: no");
    assertThat(outcome.traceback()).contains("line 1, in Shy.toString");
  }

  @Test
  void suppressedExceptions_areNamed() {
    assertThat(
            session
                .run(
                    """
                    try (AutoCloseable bad = () -> { throw new IOException("closing"); }) {
                      throw new IllegalStateException("inside");
                    }
                    """)
                .traceback())
        .contains("IllegalStateException: inside", "Suppressed: java.io.IOException: closing");
  }
}
