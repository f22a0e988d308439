package org.rsrkernel.trajectory.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * CSV or TSV with a header, quoted where needed as RFC 4180 says. A missing value is an empty cell;
 * a lone surrogate outside the messages, which UTF-8 cannot hold, becomes a question mark.
 */
public final class DelimitedWriter {

  private DelimitedWriter() {}

  public static void write(Table table, char delimiter, OutputStream out) throws IOException {
    Writer writer =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    writeRow(writer, delimiter, table.columnNames());
    List<Column<?>> columns = table.columns();
    for (int row = 0; row < table.rowCount(); row++) {
      int current = row;
      writeRow(writer, delimiter, columns.stream().map(column -> cell(column, current)).toList());
    }
    writer.flush();
  }

  private static String cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    return column instanceof StringColumn text ? text.get(row) : column.getUnformattedString(row);
  }

  private static void writeRow(Writer writer, char delimiter, List<String> cells)
      throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        writer.append(delimiter);
      }
      writer.append(quoted(cells.get(i), delimiter));
    }
    writer.append('\n');
  }

  private static String quoted(String cell, char delimiter) {
    boolean plain =
        cell.indexOf(delimiter) < 0
            && cell.indexOf('"') < 0
            && cell.indexOf('\n') < 0
            && cell.indexOf('\r') < 0;
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
