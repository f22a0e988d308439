package org.rsrkernel.trajectory.official;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rsrkernel.trajectory.TrajectoryException;
import org.rsrkernel.trajectory.format.RowValue;
import org.rsrkernel.trajectory.table.TypedTable;
import tech.tablesaw.api.Table;

/** An output folder of the paper's code as a dataframe. */
public final class OfficialResults {

  private OfficialResults() {}

  /**
   * The students with results in a folder.
   *
   * @throws TrajectoryException if it is not an output folder of the paper's code
   */
  public static List<OfficialFolder> students(Path root) {
    Path metrics = root.resolve("_sample_metrics");
    if (!Files.isDirectory(metrics)) {
      throw new TrajectoryException(
          "%s has no folder _sample_metrics: expected the output folder of the RSR paper's code, with rsr_MODEL.tsv, _sample_metrics and _inferred_data"
              .formatted(root));
    }
    try (Stream<Path> models = Files.list(metrics)) {
      return models
          .filter(Files::isDirectory)
          .sorted()
          .map(model -> new OfficialFolder(root, model.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new TrajectoryException("Cannot list " + metrics + ": " + e.getMessage(), e);
    }
  }

  /**
   * A row per scored trajectory: {@code id}, {@code teacher} (the set's name), {@code student},
   * {@code tokens}, {@code avg_rank}, {@code avg_surprisal}, {@code rsr}, then the metadata.
   *
   * @throws TrajectoryException if it is not an output folder of the paper's code, or a file of it
   *     cannot be read
   */
  public static Table load(Path root) {
    TypedTable table = new TypedTable();
    for (OfficialFolder folder : students(root)) {
      for (String set : folder.sets()) {
        folder.sampleMetrics(set).forEach(sample -> table.add(row(folder.model(), set, sample)));
      }
    }
    return table.build(root.toAbsolutePath().normalize().getFileName().toString());
  }

  private static Map<String, RowValue> row(String student, String set, OfficialMetrics sample) {
    Map<String, RowValue> row = new LinkedHashMap<>();
    row.put("id", RowValue.string(sample.sampleId()));
    row.put("teacher", RowValue.string(set));
    row.put("student", RowValue.string(student));
    row.put("tokens", number(sample.responseTokens()));
    row.put("avg_rank", number(sample.averageRank()));
    row.put("avg_surprisal", number(sample.averageSurprisal()));
    row.put("rsr", number(sample.rankSurprisalRatio()));
    sample.metadata().forEach((name, value) -> row.putIfAbsent(name, RowValue.of(value)));
    return row;
  }

  private static RowValue number(double value) {
    return new RowValue(RowValue.Kind.NUMBER, Double.toString(value));
  }

  private static RowValue number(int value) {
    return new RowValue(RowValue.Kind.NUMBER, Integer.toString(value));
  }
}
