package org.rsrkernel.trajectory.official;

import java.nio.file.Path;
import java.util.List;
import org.rsrkernel.trajectory.TrajectoryException;
import org.rsrkernel.trajectory.format.FileFormat;

/**
 * One student's results in an output folder of the paper's code.
 *
 * @param root holds {@code rsr_MODEL.tsv}, {@code _sample_metrics} and {@code _inferred_data}
 * @param model the student's name, with {@code _TAG} where one was given
 */
public record OfficialFolder(Path root, String model) {

  public OfficialFolder {
    if (model.isBlank() || model.contains("/") || model.contains("\\") || model.startsWith(".")) {
      throw new TrajectoryException(
          "\"%s\" cannot name a student here: it becomes part of file names".formatted(model));
    }
  }

  /**
   * Writes a set: its tokens, its sample metrics, and its row of the summary in place of the row of
   * the same name.
   *
   * @param format {@link FileFormat#PARQUET} or {@link FileFormat#JSONL}, of the tokens
   * @throws TrajectoryException if a file cannot be written
   */
  public void write(OfficialSet set, FileFormat format) {
    OfficialTokens.write(tokens(set.name(), format), set.scored().toList());
    OfficialMetricsFile.write(
        metrics(set.name()), set.scored().map(OfficialSample::metrics).toList());
    OfficialSummaryFile.upsert(summary(), OfficialSummary.of(set));
  }

  /** The rows of the summary; none if it was never written. */
  public List<OfficialSummary> summaries() {
    return OfficialSummaryFile.read(summary());
  }

  /**
   * The sets whose sample metrics are there, by name.
   *
   * @throws TrajectoryException if the folder cannot be listed
   */
  public List<String> sets() {
    return OfficialMetricsFile.sets(root.resolve("_sample_metrics").resolve(model));
  }

  public List<OfficialMetrics> sampleMetrics(String set) {
    return OfficialMetricsFile.read(metrics(set));
  }

  /** A set's tokens, from Parquet where there is such a file, else from JSON lines. */
  public List<OfficialSample> samples(String set) {
    Path parquet = tokens(set, FileFormat.PARQUET);
    return OfficialTokens.read(parquet.toFile().isFile() ? parquet : tokens(set, FileFormat.JSONL));
  }

  private Path tokens(String set, FileFormat format) {
    return root.resolve("_inferred_data").resolve(model).resolve(set + "." + format);
  }

  private Path metrics(String set) {
    return root.resolve("_sample_metrics").resolve(model).resolve(set + ".jsonl");
  }

  private Path summary() {
    return root.resolve("rsr_" + model + ".tsv");
  }
}
