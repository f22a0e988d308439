package org.rsrkernel.trajectory.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CSV or TSV with a header, quoted as RFC 4180 says; cells may hold line breaks.
 *
 * <p>Own code, because CSV libraries read on to the file's end after a quote that is never closed.
 * Here a row with the wrong number of cells that spans lines is broken on its first line only.
 */
final class DelimitedRecords implements Records {

  private static final int MOST_SEARCHES = 1000;
  private static final int NOT_CLOSED = -1;

  private final String file;
  private final RecordBytes bytes;
  private final char delimiter;
  private List<String> header;
  private int searches;

  DelimitedRecords(String file, RecordBytes bytes, char delimiter) {
    this.file = file;
    this.bytes = bytes;
    this.delimiter = delimiter;
  }

  @Override
  public Optional<Row> next() throws IOException, BrokenRowException {
    if (header == null) {
      Optional<List<RowValue>> names = headerCells();
      header = names.map(DelimitedRecords::namesOf).orElse(List.of());
    }
    Place place = new Place(file, bytes.line());
    byte[] record = readRecord();
    while (record != null && isBlank(record)) {
      place = new Place(file, bytes.line());
      record = readRecord();
    }
    return record == null ? Optional.empty() : Optional.of(row(place, record));
  }

  private Row row(Place place, byte[] record) throws BrokenRowException {
    List<RowValue> cells;
    try {
      if (record.length > JsonRows.LONGEST_RECORD) {
        throw new BrokenRowException(place, JsonRows.TOO_LONG + "; is a quote not closed?");
      }
      cells = cells(place, Utf8.decode(place, record));
      if (cells.size() != header.size()) {
        throw new BrokenRowException(
            place,
            "wrong number of cells: %d where the header has %d"
                .formatted(cells.size(), header.size()));
      }
    } catch (BrokenRowException e) {
      goBackToSecondLine(record);
      throw e;
    }
    Map<String, RowValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      fields.put(header.get(i), cells.get(i));
    }
    return new Row(place, fields);
  }

  private Optional<List<RowValue>> headerCells() throws IOException, BrokenRowException {
    Place place = new Place(file, bytes.line());
    byte[] record = readRecord();
    if (record == null) {
      return Optional.empty();
    }
    String line = Utf8.decode(place, record);
    return FormatSniffer.saysDelimiter(line) ? headerCells() : Optional.of(cells(place, line));
  }

  /** Bytes up to a line break outside quotes, with it; null at the end. */
  private byte[] readRecord() throws IOException {
    if (bytes.peek() == RecordBytes.END) {
      return null;
    }
    bytes.startRecord();
    boolean quoted = false;
    boolean quoteCounts = true; // at a cell's start, and after a closing quote: "" inside quotes
    for (int b = bytes.read(); b != RecordBytes.END; b = bytes.read()) {
      if (b == '"' && (quoted || quoteCounts)) {
        quoted = !quoted;
        quoteCounts = true;
      } else {
        quoteCounts = b == delimiter;
      }
      if ((b == '\n' && !quoted) || bytes.recordSize() > JsonRows.LONGEST_RECORD) {
        break;
      }
    }
    return bytes.endRecord();
  }

  private List<RowValue> cells(Place place, String record) throws BrokenRowException {
    List<RowValue> cells = new ArrayList<>();
    int end = record.length() - lineBreakAtEnd(record);
    int at = 0;
    while (true) {
      StringBuilder cell = new StringBuilder();
      boolean quoted = at < end && record.charAt(at) == '"';
      at = quoted ? quotedCell(record, at + 1, end, cell) : at;
      if (at == NOT_CLOSED) {
        throw new BrokenRowException(place, "a quote is not closed");
      }
      int next = record.indexOf(delimiter, at);
      next = next < 0 || next > end ? end : next;
      cell.append(record, at, next);
      cells.add(
          cell.isEmpty() && !quoted
              ? RowValue.NULL
              : new RowValue(RowValue.Kind.CELL, cell.toString()));
      if (next == end) {
        return cells;
      }
      at = next + 1;
    }
  }

  /**
   * Appends the text between quotes; returns where the cell goes on after the closing one, or
   * {@link #NOT_CLOSED}.
   */
  private static int quotedCell(String record, int start, int end, StringBuilder cell) {
    int at = start;
    while (true) {
      int quote = record.indexOf('"', at);
      if (quote < 0 || quote >= end) {
        return NOT_CLOSED;
      }
      cell.append(record, at, quote);
      if (quote + 1 >= end || record.charAt(quote + 1) != '"') {
        return quote + 1;
      }
      cell.append('"');
      at = quote + 2;
    }
  }

  private void goBackToSecondLine(byte[] record) {
    for (int i = 0; i < record.length - 1; i++) {
      if (record[i] == '\n') {
        if (searches++ < MOST_SEARCHES) {
          bytes.giveBack(record, i + 1);
        }
        return;
      }
    }
  }

  private static int lineBreakAtEnd(String record) {
    return record.endsWith("\r\n") ? 2 : record.endsWith("\n") || record.endsWith("\r") ? 1 : 0;
  }

  private static boolean isBlank(byte[] record) {
    return record.length <= 2 && (record[0] == '\r' || record[0] == '\n');
  }

  private static List<String> namesOf(List<RowValue> cells) {
    List<String> names = new ArrayList<>();
    for (RowValue cell : cells) {
      String name = cell.text().isBlank() ? "column " + (names.size() + 1) : cell.text().strip();
      String unique = name;
      for (int n = 2; names.contains(unique); n++) {
        unique = name + " " + n;
      }
      names.add(unique);
    }
    return names;
  }
}
