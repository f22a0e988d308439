package org.rsrkernel.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.trajectory.report.Duplicates;
import org.rsrkernel.trajectory.report.Repetition;

/** What a load keeps, and what it says about the rest. */
class LoadReportTest {

  @TempDir private Path folder;

  private TrajectoryFiles files;

  @BeforeEach
  void useFolder() {
    files = new TrajectoryFiles(folder);
  }

  @Test
  void sample_isDrawnBySeedFromAllRows() {
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < 1000; row++) {
      rows.append("{\"id\": %d, \"prompt\": \"q\", \"response\": \"r\"}\n".formatted(row));
    }
    LoadRequest request = LoadRequest.of(files.write("a.jsonl", rows.toString()).toString());

    List<String> drawn = ids(request.withSample(100, 7));

    assertThat(drawn).hasSize(100).isEqualTo(ids(request.withSample(100, 7)));
    assertThat(drawn).isNotEqualTo(ids(request.withSample(100, 8)));
    assertThat(drawn.stream().mapToInt(Integer::parseInt)).isSorted();
    assertThat(drawn.stream().filter(id -> Integer.parseInt(id) >= 500).count())
        .isBetween(30L, 70L);
    assertThat(ids(request.withLimit(3))).containsExactly("0", "1", "2");
  }

  @Test
  void report_saysWhatWasReadAndWhatNot() {
    files.write("terse.jsonl", "{\"id\": 1, \"prompt\": \"q\", \"response\": \"abc\"}\nbroken\n");
    files.write(
        "plain.jsonl",
        "{\"id\": 1, \"prompt\": \"q\", \"response\": \"abcdef\"}\n{\"id\": 2, \"prompt\": \"q2\", \"response\": \"\"}");

    LoadReport report = Trajectories.load(LoadRequest.of(folder.toString())).report();

    assertThat(report.toString().replace(folder.toString(), "DIR"))
        .isEqualTo(
            """
            3 of 4 rows of 2 files
            layout   prompt and response: 3 rows
            teacher  from the file's name: 3 rows
            skipped  1: broken JSON
                     DIR/terse.jsonl:2: broken JSON: Unrecognized token 'broken' (column 1)
            coverage 2 teachers x 2 questions; 1 answered by all
            length   0 to 6 characters, median 3, 95% within 6; 1 without text""");
  }

  @Test
  void duplicates_areReportedAndDroppedByWhatTheyRepeat() {
    LoadRequest request =
        LoadRequest.of(
            files
                .write(
                    "a.jsonl",
                    """
                    {"id": 1, "prompt": "How many?", "response": "4"}
                    {"id": 1, "prompt": "How many?", "response": "5"}
                    {"id": 2, "prompt": "How many?", "response": "4"}
                    {"id": 3, "prompt": "How  many?", "response": "6"}
                    """)
                .toString());

    assertThat(Trajectories.load(request).report().duplicates())
        .isEqualTo(new Duplicates(List.of(1), List.of(2), List.of(2, 3)));
    assertThat(responses(request, Repetition.IDS)).containsExactly("4", "4", "6");
    assertThat(responses(request, Repetition.IDS, Repetition.TEXTS)).containsExactly("4", "6");
    assertThat(responses(request, Repetition.QUESTIONS)).containsExactly("4", "5");
    assertThat(Trajectories.load(request.dropping(Set.of(Repetition.IDS))).report().toString())
        .startsWith("3 of 4 rows of 1 file")
        .endsWith("dropped  1 of these rows");
  }

  @Test
  void rowThatRepeatsADroppedOne_stays() {
    LoadRequest request =
        LoadRequest.of(
            files
                .write(
                    "a.jsonl",
                    """
                    {"id": 1, "prompt": "How many?", "response": "4"}
                    {"id": 1, "prompt": "How many?", "response": "5"}
                    {"id": 2, "prompt": "How many?", "response": "5"}
                    """)
                .toString());

    assertThat(responses(request, Repetition.IDS, Repetition.TEXTS)).containsExactly("4", "5");
  }

  private static List<String> responses(LoadRequest request, Repetition... dropped) {
    return Trajectories.load(request.dropping(Set.of(dropped)))
        .table()
        .stringColumn("response")
        .asList();
  }

  @Test
  void brokenLine_isSkippedAndReported() {
    Path file =
        files.write("a.jsonl", TrajectoryFiles.ROW + "{\"id\": \"p2\", \n" + TrajectoryFiles.ROW);

    LoadedTrajectories loaded = Trajectories.load(LoadRequest.of(file.toString()));

    assertThat(loaded.table().rowCount()).isEqualTo(2);
    assertThat(loaded.report().skippedByReason()).containsEntry("broken JSON", 1L);
    assertThat(loaded.report().firstSkipped().get(0).toString())
        .startsWith(file + ":2: broken JSON: Unexpected end-of-input");
    assertThatThrownBy(() -> Trajectories.load(LoadRequest.of(file.toString()).strictly()))
        .isInstanceOf(TrajectoryException.class)
        .hasMessageStartingWith(file + ":2: broken JSON");
  }

  private static List<String> ids(LoadRequest request) {
    return Trajectories.load(request).table().stringColumn("id").asList();
  }
}
