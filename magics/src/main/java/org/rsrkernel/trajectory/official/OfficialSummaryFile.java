package org.rsrkernel.trajectory.official;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rsrkernel.trajectory.format.WholeFile;

/** {@code rsr_MODEL.tsv}: a row a set, each name once. */
final class OfficialSummaryFile {

  private static final String NAME = "data_name";

  private OfficialSummaryFile() {}

  /** Puts {@code summary} in the place of the row of its name, or at the end. */
  static void upsert(Path file, OfficialSummary summary) {
    Map<String, OfficialSummary> rows = new LinkedHashMap<>();
    read(file).forEach(row -> rows.put(row.dataName(), row));
    rows.put(summary.dataName(), summary);
    List<String> lines = new ArrayList<>();
    lines.add(String.join("\t", OfficialSummary.COLUMNS));
    rows.values().forEach(row -> lines.add(String.join("\t", row.cells())));
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    WholeFile.write(file, out -> out.write(bytes));
  }

  static List<OfficialSummary> read(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    return OfficialRows.read(file, Set.copyOf(OfficialSummary.COLUMNS)).stream()
        .map(
            row ->
                new OfficialSummary(
                    row.text(NAME),
                    row.number("avg_resp_token_length"),
                    row.number("avg_rank_clip"),
                    row.number("avg_surprisal"),
                    row.number("rank_surprisal_ratio"),
                    row.number("infer_seconds"),
                    row.number("metrics_seconds")))
        .toList();
  }
}
