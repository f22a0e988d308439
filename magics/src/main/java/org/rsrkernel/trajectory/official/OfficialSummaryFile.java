package org.rsrkernel.trajectory.official;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rsrkernel.trajectory.format.WholeFile;
import org.rsrkernel.trajectory.table.DelimitedWriter;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code rsr_MODEL.tsv}: a row a set, each name once, in order of names. */
final class OfficialSummaryFile {

  private static final String NAME = "data_name";

  private OfficialSummaryFile() {}

  /** Puts {@code summary} in the place of the row of its name; other columns than its stay. */
  static void upsert(Path file, OfficialSummary summary) {
    Map<String, Map<String, String>> rows = new TreeMap<>();
    for (OfficialRows.Parsed row : rows(file)) {
      Map<String, String> cells = new LinkedHashMap<>();
      row.row().fields().forEach((column, cell) -> cells.put(column, cell.text()));
      rows.put(row.text(NAME), cells);
    }
    rows.put(summary.dataName(), summary.cells());
    Set<String> columns = new LinkedHashSet<>(Set.of(NAME));
    rows.values().forEach(cells -> columns.addAll(cells.keySet()));
    Table table = Table.create(file.getFileName().toString());
    for (String column : columns) {
      table.addColumns(
          StringColumn.create(
              column, rows.values().stream().map(cells -> cells.getOrDefault(column, ""))));
    }
    WholeFile.write(file, out -> DelimitedWriter.write(table, '\t', out));
  }

  static List<OfficialSummary> read(Path file) {
    return rows(file).stream()
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

  private static List<OfficialRows.Parsed> rows(Path file) {
    return Files.exists(file)
        ? OfficialRows.read(file, Set.copyOf(OfficialSummary.COLUMNS))
        : List.of();
  }
}
