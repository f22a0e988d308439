package org.rsrkernel.trajectory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Files written by pandas, pyarrow, datasets and polars; see trajectory_interop.py. */
class InteropTest {

  private static final List<String> QUESTIONS = List.of("How many\nducks?", "日本語 😀?", "");
  private static final List<String> RESPONSES =
      List.of("Four, \"4\".", "ναί; \\boxed{2}", "x < y\t& z");

  static Stream<Path> files() throws IOException, URISyntaxException {
    Path folder = Path.of(InteropTest.class.getResource("interop").toURI());
    return Files.list(folder).sorted();
  }

  @ParameterizedTest
  @MethodSource("files")
  void fileOfAnotherLibrary_givesTheSameTrajectories(Path file) {
    Table table = Trajectories.load(LoadRequest.of(file.toString())).table();

    assertThat(table.stringColumn("id").asList()).containsExactly("p1", "p2", "p3");
    assertThat(table.stringColumn("teacher").asList()).containsOnly("terse");
    assertThat(table.stringColumn("question").asList()).isEqualTo(QUESTIONS);
    assertThat(table.stringColumn("response").asList()).isEqualTo(RESPONSES);
    assertThat(((NumericColumn<?>) table.column("level")).asDoubleArray())
        .containsExactly(1, Double.NaN, 3);
    assertThat(table.doubleColumn("share").asDoubleArray()).containsExactly(0.125, 0.25, 0.375);
  }
}
