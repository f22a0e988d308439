package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.rsrkernel.metric.pass.PassStudent;
import org.rsrkernel.scoring.MemoryScoreStore;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.Scorer;
import org.rsrkernel.scoring.ScoringOptions;
import org.rsrkernel.student.Dtype;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentOptions;
import org.rsrkernel.student.hub.DownloadProgress;
import org.rsrkernel.student.library.StudentLibrary;
import org.rsrkernel.trajectory.LoadRequest;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.Trajectories;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * Metrics of further passes under the embedded student, against transformers; further-passes.json
 * is made by {@code src/test/python/further_passes_golden.py}.
 */
class FurtherMetricsTest {

  /** Sums of a few surprisals in float32, exponentials of means. */
  private static final double TOLERANCE = 1e-3;

  @Test
  void furtherPasses_equalTransformers() throws Exception {
    JsonNode golden = golden();
    try (Student embedded =
        Student.open(
            StudentLibrary.ofUser().find(StudentLibrary.EMBEDDED, DownloadProgress.SILENT).files(),
            StudentOptions.defaults().withDtype(Dtype.FLOAT32))) {
      PassesOf student = new PassesOf(embedded);
      Table rows = demoRows(golden);
      List<ScoredTrajectory> outcomes = student.scorer.score(Trajectories.of(rows));
      List<Metric> metrics =
          StreamSupport.stream(
                  ((Iterable<String>) () -> golden.get(0).get("metrics").fieldNames())
                      .spliterator(),
                  false)
              .map(name -> Metrics.find(name).orElseThrow())
              .toList();

      Table actual =
          new FurtherMetrics(student, Optional.of(student)).addTo(rows, outcomes, metrics, 100);

      for (Row row : actual) {
        JsonNode expected = golden.get(row.getRowNumber()).get("metrics");
        for (Metric metric : metrics) {
          double value = actual.numberColumn(metric.name()).getDouble(row.getRowNumber());
          if (expected.get(metric.name()).isNull()) {
            assertThat(value).isNaN();
          } else {
            assertThat(value)
                .as("%s of row %d", metric.name(), row.getRowNumber())
                .isCloseTo(expected.get(metric.name()).asDouble(), within(TOLERANCE));
          }
        }
      }
    }
  }

  /** The demo's rows of the golden file, in its order. */
  private static Table demoRows(JsonNode golden) {
    Table demo = Trajectories.load(LoadRequest.of("demo")).table();
    Table rows = demo.emptyCopy();
    for (JsonNode wanted : golden) {
      rows.append(
          demo.where(
              demo.stringColumn("id")
                  .isEqualTo(wanted.get("id").asText())
                  .and(demo.stringColumn("teacher").isEqualTo(wanted.get("teacher").asText()))));
    }
    return rows;
  }

  private static JsonNode golden() throws Exception {
    try (InputStream json = FurtherMetricsTest.class.getResourceAsStream("further-passes.json")) {
      return new ObjectMapper().readTree(json);
    }
  }

  private static final class PassesOf implements PassStudent {
    private final Student student;
    private final Scorer scorer;

    private PassesOf(Student student) {
      this.student = student;
      this.scorer =
          new Scorer(
              student, new MemoryScoreStore(), new ScoringOptions(2048, 8192), progress -> {});
    }

    @Override
    public RenderedText render(List<Message> messages, List<Map<String, Object>> tools) {
      return student.renderText(messages, tools);
    }

    @Override
    public List<ScoredTrajectory> score(List<RenderedText> texts) throws InterruptedException {
      return scorer.scoreTexts(texts);
    }
  }
}
