package org.rsrkernel.trajectory.official;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.rsrkernel.trajectory.MessageJson;
import org.rsrkernel.trajectory.TrajectoryException;
import org.rsrkernel.trajectory.format.BrokenRowException;
import org.rsrkernel.trajectory.format.FileRows;
import org.rsrkernel.trajectory.format.InputFile;
import org.rsrkernel.trajectory.format.Row;
import org.rsrkernel.trajectory.format.RowSource;
import org.rsrkernel.trajectory.format.RowValue;
import org.rsrkernel.trajectory.format.WholeFile;

/** Rows of the paper code's files: a sample id, known columns, and metadata beside them. */
final class OfficialRows {

  static final String ID = "sample_id";

  private OfficialRows() {}

  /** A row read: its values, and which of them are metadata. */
  record Parsed(Row row, Set<String> own) {

    String text(String name) {
      return required(name).text();
    }

    String id() {
      return text(ID);
    }

    double number(String name) {
      RowValue value = row.get(name);
      try {
        return value.isNull() ? Double.NaN : Double.parseDouble(value.text());
      } catch (NumberFormatException e) {
        throw new TrajectoryException(row.place() + ": \"" + name + "\" is not a number", e);
      }
    }

    DoubleStream numbers(String name) {
      List<?> list = MessageJson.readList(required(name).text());
      double[] numbers = new double[list.size()];
      for (int k = 0; k < numbers.length; k++) {
        if (!(list.get(k) instanceof Number number)) {
          throw new TrajectoryException(
              "%s: \"%s\" holds something other than numbers".formatted(row.place(), name));
        }
        numbers[k] = number.doubleValue();
      }
      return DoubleStream.of(numbers);
    }

    Map<String, Object> metadata() {
      Map<String, Object> metadata = new LinkedHashMap<>();
      row.fields()
          .forEach(
              (name, value) -> {
                if (!own.contains(name)) {
                  metadata.put(name, value.toJava());
                }
              });
      return metadata;
    }

    private RowValue required(String name) {
      RowValue value = row.get(name);
      if (value.isNull()) {
        throw new TrajectoryException(
            "%s: no \"%s\"; fields: %s".formatted(row.place(), name, row.fields().keySet()));
      }
      return value;
    }
  }

  static List<Parsed> read(Path file, Set<String> own) {
    if (!Files.isRegularFile(file)) {
      throw new TrajectoryException("No such file: " + file);
    }
    List<Parsed> rows = new ArrayList<>();
    try (RowSource source = FileRows.open(InputFile.of(file), Optional.empty(), Optional.empty())) {
      for (Optional<Row> row = source.next(); row.isPresent(); row = source.next()) {
        rows.add(new Parsed(row.get(), own));
      }
      return rows;
    } catch (BrokenRowException e) {
      throw new TrajectoryException(e.place() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new TrajectoryException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  static void write(Path file, List<Map<String, Object>> rows) {
    WholeFile.write(
        file,
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          for (Map<String, Object> row : rows) {
            writer.append(MessageJson.write((Object) row)).append('\n');
          }
          writer.flush();
        });
  }

  static boolean areWholeNumbers(List<String> ids) {
    return ids.stream().allMatch(id -> id.matches("0|-?[1-9]\\d{0,17}"));
  }

  static Object id(String id, boolean numeric) {
    return numeric ? (Object) Long.parseLong(id) : id;
  }
}
