package org.rsrkernel.trajectory.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rsrkernel.trajectory.TrajectoryException;
import org.rsrkernel.trajectory.format.FileFormat;
import tech.tablesaw.api.Table;

/** The paper code's output folders, written and read back. */
class OfficialFolderTest {

  private static final OfficialSample FIRST = sample("1", new int[] {1, 3}, 0.5, 1.5);
  private static final OfficialSample SECOND = sample("2", new int[] {100}, 4.0);
  private static final OfficialSample UNSCORED = sample("3", new int[0]);

  @TempDir private Path root;

  @Test
  void set_isThreeFiles() throws IOException {
    folder()
        .write(
            new OfficialSet("math/terse", List.of(FIRST, SECOND, UNSCORED), 1.25, 0.5),
            FileFormat.JSONL);

    assertThat(root.resolve("_inferred_data/smollm2/math/terse.jsonl"))
        .hasContent(
            """
            {"sample_id":1,"resp_token_positions":[7,8],"probs":[0.6065306597126334,0.22313016014842982],"nlls":[0.5,1.5],"ranks":[1,3],"metadata":{"teacher":"terse"}}
            {"sample_id":2,"resp_token_positions":[7],"probs":[0.01831563888873418],"nlls":[4.0],"ranks":[100],"metadata":{"teacher":"terse"}}""");
    assertThat(root.resolve("_sample_metrics/smollm2/math/terse.jsonl"))
        .hasContent(
            """
            {"sample_id":1,"resp_token_length":2,"avg_rank_clip":2.0,"avg_surprisal":1.0,"rank_surprisal_ratio":2.0,"teacher":"terse"}
            {"sample_id":2,"resp_token_length":1,"avg_rank_clip":100.0,"avg_surprisal":4.0,"rank_surprisal_ratio":25.0,"teacher":"terse"}""");
    assertThat(root.resolve("rsr_smollm2.tsv"))
        .hasContent(
            """
            data_name\tavg_resp_token_length\tavg_rank_clip\tavg_surprisal\trank_surprisal_ratio\tinfer_seconds\tmetrics_seconds
            math__terse\t1.50000\t51.00000\t2.50000\t20.40000\t1.25000\t0.50000""");
  }

  @ParameterizedTest
  @EnumSource(names = {"PARQUET", "JSONL"})
  void samples_areReadBackExactly(FileFormat format) {
    folder().write(new OfficialSet("terse", List.of(FIRST, SECOND), 0, 0), format);

    List<OfficialSample> samples = folder().samples("terse");

    assertThat(samples).usingRecursiveComparison().isEqualTo(List.of(FIRST, SECOND));
    assertThat(folder().sampleMetrics("terse")).containsExactly(FIRST.metrics(), SECOND.metrics());
  }

  @Test
  void summaryRow_isReplacedByItsName() {
    folder().write(new OfficialSet("a", List.of(FIRST), 1, 1), FileFormat.JSONL);
    folder().write(new OfficialSet("b", List.of(SECOND), 1, 1), FileFormat.JSONL);
    folder().write(new OfficialSet("a", List.of(SECOND), 2, 1), FileFormat.JSONL);

    assertThat(folder().summaries())
        .containsExactly(
            new OfficialSummary("a", 1, 100, 4, 25, 2, 1),
            new OfficialSummary("b", 1, 100, 4, 25, 1, 1));
  }

  @Test
  void summary_isInOrderOfNamesAndKeepsColumnsOfOthers() throws IOException {
    Path summary =
        Files.writeString(
            root.resolve("rsr_smollm2.tsv"), "data_name\tnote\tavg_rank_clip\nc\tmine\t1.50000\n");
    folder().write(new OfficialSet("b", List.of(FIRST), Double.NaN, Double.NaN), FileFormat.JSONL);
    folder().write(new OfficialSet("a", List.of(SECOND), 1, 1), FileFormat.JSONL);

    assertThat(summary)
        .hasContent(
            """
            data_name\tavg_resp_token_length\tavg_rank_clip\tavg_surprisal\trank_surprisal_ratio\tinfer_seconds\tmetrics_seconds\tnote
            a\t1.00000\t100.00000\t4.00000\t25.00000\t1.00000\t1.00000\t
            b\t2.00000\t2.00000\t1.00000\t2.00000\t\t\t
            c\t\t1.50000\t\t\t\t\tmine""");
  }

  @Test
  void results_areOneTable() {
    folder().write(new OfficialSet("a", List.of(FIRST), 1, 1), FileFormat.PARQUET);
    folder().write(new OfficialSet("b", List.of(SECOND), 1, 1), FileFormat.PARQUET);

    Table table = OfficialResults.load(root);

    assertThat(table.columnNames())
        .containsExactly("id", "teacher", "student", "tokens", "avg_rank", "avg_surprisal", "rsr");
    assertThat(table.stringColumn("teacher").asList()).containsExactly("a", "b");
    assertThat(table.doubleColumn("rsr").asList()).containsExactly(2.0, 25.0);
  }

  @Test
  void anyOtherFolder_isRefused() {
    assertThatThrownBy(() -> OfficialResults.load(root))
        .isInstanceOf(TrajectoryException.class)
        .hasMessageStartingWith(root + " has no folder _sample_metrics");
  }

  @Test
  void setName_cannotLeaveTheFolder() {
    assertThatThrownBy(() -> new OfficialSet("../a", List.of(), 0, 0))
        .isInstanceOf(TrajectoryException.class)
        .hasMessage("\"../a\" cannot name a set of trajectories: it becomes a file's path");
  }

  private OfficialFolder folder() {
    return new OfficialFolder(root, "smollm2");
  }

  private static OfficialSample sample(String id, int[] ranks, double... surprisals) {
    int[] positions = new int[ranks.length];
    double[] probabilities = new double[ranks.length];
    for (int k = 0; k < ranks.length; k++) {
      positions[k] = 7 + k;
      probabilities[k] = Math.exp(-surprisals[k]);
    }
    return new OfficialSample(
        id, positions, probabilities, surprisals, ranks, Map.of("teacher", "terse"));
  }
}
