package org.rsrkernel.trajectory.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rsrkernel.trajectory.format.ParquetFile;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as Parquet. Columns of JSON become nested lists and structs where one type holds all
 * their values, else Parquet's own type for JSON, which other readers take for text.
 */
public final class ParquetTableWriter {

  private ParquetTableWriter() {}

  public static void write(Table table, Path target) {
    List<ParquetField> fields = new ArrayList<>();
    Map<String, String> types = new LinkedHashMap<>();
    for (Column<?> column : table.columns()) {
      ParquetField field = ParquetField.of(column);
      fields.add(field);
      types.put(column.name(), field.sqlType());
    }
    Iterator<String> rows =
        IntStream.range(0, table.rowCount()).mapToObj(row -> row(fields, row)).iterator();
    ParquetFile.write(target, types, rows);
  }

  private static String row(List<ParquetField> fields, int row) {
    StringBuilder json = new StringBuilder("{");
    for (ParquetField field : fields) {
      json.append(json.length() == 1 ? "" : ",").append(field.quotedName()).append(':');
      json.append(field.json(row));
    }
    return json.append('}').toString();
  }
}
