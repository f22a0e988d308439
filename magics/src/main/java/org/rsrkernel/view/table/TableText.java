package org.rsrkernel.view.table;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Shown;
import org.rsrkernel.view.table.ShownTable.ShownCell;

/** A table for terminals. */
final class TableText {

  private static final int MAX_ROWS = 50;
  private static final int WIDEST = 32;

  private TableText() {}

  static String of(ShownTable table) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns().stream().map(column -> cell(column.name())).toList());
    table.rows().stream()
        .limit(MAX_ROWS)
        .forEach(row -> lines.add(row.stream().map(ShownCell::text).map(TableText::cell).toList()));
    StringBuilder text = new StringBuilder(table.caption());
    for (List<String> line : lines) {
      text.append(text.isEmpty() ? "" : "\n").append(padded(table, lines, line).stripTrailing());
    }
    int more = table.total() - (lines.size() - 1);
    return more > 0 ? text + "\nand " + Shown.count(more) + " more rows" : text.toString();
  }

  private static String padded(ShownTable table, List<List<String>> lines, List<String> line) {
    StringBuilder padded = new StringBuilder();
    for (int i = 0; i < line.size(); i++) {
      int column = i;
      int width = lines.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
      String blanks = " ".repeat(width - line.get(i).length());
      boolean numeric = table.columns().get(i).numeric();
      padded.append(i == 0 ? "" : "  ");
      padded.append(numeric ? blanks + line.get(i) : line.get(i) + blanks);
    }
    return padded.toString();
  }

  private static String cell(String text) {
    return Escaped.shortened(text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip(), WIDEST);
  }
}
