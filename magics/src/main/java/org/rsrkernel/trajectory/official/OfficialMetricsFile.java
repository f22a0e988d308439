package org.rsrkernel.trajectory.official;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rsrkernel.trajectory.TrajectoryException;

/** A file of {@code _sample_metrics}: a row a sample. */
final class OfficialMetricsFile {

  private static final String LENGTH = "resp_token_length";
  private static final String RANK = "avg_rank_clip";
  private static final String SURPRISAL = "avg_surprisal";
  private static final String RATIO = "rank_surprisal_ratio";
  private static final String SUFFIX = ".jsonl";

  private OfficialMetricsFile() {}

  static void write(Path file, List<OfficialMetrics> samples) {
    boolean numericIds =
        OfficialRows.areWholeNumbers(samples.stream().map(OfficialMetrics::sampleId).toList());
    OfficialRows.write(file, samples.stream().map(sample -> row(sample, numericIds)).toList());
  }

  static List<OfficialMetrics> read(Path file) {
    Set<String> own = Set.of(OfficialRows.ID, LENGTH, RANK, SURPRISAL, RATIO);
    return OfficialRows.read(file, own).stream()
        .map(
            row ->
                new OfficialMetrics(
                    row.id(),
                    (int) row.number(LENGTH),
                    row.number(RANK),
                    row.number(SURPRISAL),
                    row.number(RATIO),
                    row.metadata()))
        .toList();
  }

  /** Names of the sets whose files lie in or below a student's folder. */
  static List<String> sets(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new TrajectoryException("Cannot list " + folder + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> row(OfficialMetrics sample, boolean numericIds) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(OfficialRows.ID, OfficialRows.id(sample.sampleId(), numericIds));
    row.put(LENGTH, (long) sample.responseTokens());
    row.put(RANK, sample.averageRank());
    row.put(SURPRISAL, sample.averageSurprisal());
    row.put(RATIO, sample.rankSurprisalRatio());
    sample.metadata().forEach(row::putIfAbsent);
    return row;
  }
}
