package org.rsrkernel.trajectory.official;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.rsrkernel.trajectory.MessageJson;
import org.rsrkernel.trajectory.format.FileFormat;
import org.rsrkernel.trajectory.format.ParquetFile;
import org.rsrkernel.trajectory.table.NestedType;

/**
 * A file of {@code _inferred_data}: a row a sample, a list of R values a column. Metadata are
 * columns of Parquet, and one object {@code metadata} in JSON lines.
 */
final class OfficialTokens {

  private static final String POSITIONS = "resp_token_positions";
  private static final String PROBABILITIES = "probs";
  private static final String SURPRISALS = "nlls";
  private static final String RANKS = "ranks";
  private static final String METADATA = "metadata";
  private static final Set<String> OWN =
      Set.of(OfficialRows.ID, POSITIONS, PROBABILITIES, SURPRISALS, RANKS);

  private OfficialTokens() {}

  static void write(Path file, List<OfficialSample> samples) {
    boolean numericIds =
        OfficialRows.areWholeNumbers(samples.stream().map(OfficialSample::sampleId).toList());
    boolean parquet = FileFormat.ofSuffix(file) == FileFormat.PARQUET;
    List<Map<String, Object>> rows =
        samples.stream().map(sample -> row(sample, numericIds, parquet)).toList();
    if (parquet) {
      ParquetFile.write(
          file,
          types(samples, numericIds),
          rows.stream().map(row -> MessageJson.write((Object) row)).iterator());
    } else {
      OfficialRows.write(file, rows);
    }
  }

  static List<OfficialSample> read(Path file) {
    return OfficialRows.read(file, OWN).stream().map(OfficialTokens::sample).toList();
  }

  private static Map<String, Object> row(
      OfficialSample sample, boolean numericIds, boolean metadataAsColumns) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(OfficialRows.ID, OfficialRows.id(sample.sampleId(), numericIds));
    row.put(POSITIONS, IntStream.range(0, sample.size()).mapToObj(sample::position).toList());
    row.put(
        PROBABILITIES, IntStream.range(0, sample.size()).mapToObj(sample::probability).toList());
    row.put(SURPRISALS, IntStream.range(0, sample.size()).mapToObj(sample::surprisal).toList());
    row.put(RANKS, IntStream.range(0, sample.size()).mapToObj(sample::rank).toList());
    if (metadataAsColumns) {
      sample.metadata().forEach(row::putIfAbsent);
    } else {
      row.put(METADATA, sample.metadata());
    }
    return row;
  }

  private static Map<String, String> types(List<OfficialSample> samples, boolean numericIds) {
    Map<String, String> types = new LinkedHashMap<>();
    types.put(OfficialRows.ID, numericIds ? "BIGINT" : "VARCHAR");
    types.put(POSITIONS, "BIGINT[]");
    types.put(PROBABILITIES, "DOUBLE[]");
    types.put(SURPRISALS, "DOUBLE[]");
    types.put(RANKS, "BIGINT[]");
    for (OfficialSample sample : samples) {
      sample.metadata().keySet().stream()
          .filter(name -> !types.containsKey(name))
          .forEach(
              name ->
                  types.put(
                      name,
                      NestedType.ofAll(
                              samples.stream().map(other -> other.metadata().get(name)).toList())
                          .map(NestedType::sql)
                          .orElse("JSON")));
    }
    return types;
  }

  private static OfficialSample sample(OfficialRows.Parsed row) {
    return new OfficialSample(
        row.id(),
        row.numbers(POSITIONS).mapToInt(position -> (int) position).toArray(),
        row.numbers(PROBABILITIES).toArray(),
        row.numbers(SURPRISALS).toArray(),
        row.numbers(RANKS).mapToInt(rank -> (int) rank).toArray(),
        metadata(row));
  }

  private static Map<String, Object> metadata(OfficialRows.Parsed row) {
    Map<String, Object> metadata = row.metadata();
    if (metadata.get(METADATA) instanceof Map<?, ?> nested) {
      metadata.remove(METADATA);
      nested.forEach((name, value) -> metadata.putIfAbsent((String) name, value));
    }
    return metadata;
  }
}
