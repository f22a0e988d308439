package org.rsrkernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.view.Rendering;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %rsr plot} on a small scored table. */
class PlotVerbsTest {

  @TempDir private Path home;

  private RsrLines rsr;

  @BeforeEach
  void open() {
    rsr = new RsrLines(home);
    rsr.declareScored();
  }

  @AfterEach
  void close() {
    rsr.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          map                            | 3 trajectories
          teachers --bootstrap 50        | Teachers by RSR
          distribution                   | Median rsr by teacher
          distribution --metric avg_rank | Median avg_rank by teacher
          lengths                        | Median response tokens by teacher
          curve                          | Mean surprisal (nats) along the responses of terse, wordy
          curve --measure rank           | Mean clipped rank along the responses of terse, wordy
          agreement --y avg_rank         | avg_rank against rsr
          tokens                         | 12
          clips --clip 2                 | RSR of 2 teachers by clip
          """)
  void figure_isDrawn(String line, String text) throws Exception {
    String[] kindAndOptions = line.split(" ", 2);
    String options = kindAndOptions.length > 1 ? " " + kindAndOptions[1] : "";

    Rendering figure = (Rendering) rsr.run("plot " + kindAndOptions[0] + " scored" + options);

    assertThat(figure.text()).contains(text);
    assertThat(figure.html()).contains("<script");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          map scored --by techer | The table 'scored' has no column 'techer'
          distribution scored --metric status | The column 'status' of the table 'scored' holds no numbers.
          agreement scored       | Say what to compare rsr with: --y METRIC
          agreement scored --student2 big | No student is called 'big'
          curve scored --clip 0  | --clip is 0, but a rank is at least 1.
          map scored --standalone | --standalone needs plotly.js
          """)
  void mistake_isExplained(String line, String message) {
    assertThatThrownBy(() -> rsr.run("plot " + line))
        .isInstanceOf(RsrException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"map", "teachers", "lengths", "curve", "tokens", "clips"})
  void tableWithoutScoredRows_isRefusedInWords(String kind) {
    rsr.notebook.declare("scored", rsr.declareScored().emptyCopy());

    assertThatThrownBy(() -> rsr.run("plot " + kind + " scored")).hasMessageContaining("scored");
  }

  @Test
  void tokenFigure_asksForTokenScores() {
    Table averages =
        Table.create(
            "averages", StringColumn.create("teacher", "t"), DoubleColumn.create("rsr", 2.0));
    rsr.notebook.declare("averages", averages);

    assertThatThrownBy(() -> rsr.run("plot curve averages"))
        .isInstanceOf(RsrException.class)
        .hasMessageStartingWith("The table 'averages' has averages but no token scores.");
  }
}
