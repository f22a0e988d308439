package org.rsrkernel.trajectory.format;

import java.io.IOException;
import java.util.Optional;

/** A JSON value a line; blank lines are passed over. */
final class JsonLines implements Records {

  private final String file;
  private final RecordBytes bytes;

  JsonLines(String file, RecordBytes bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  @Override
  public Optional<Row> next() throws IOException, BrokenRowException {
    while (true) {
      Place place = new Place(file, bytes.line());
      byte[] line = bytes.readLine();
      if (line == null) {
        return Optional.empty();
      }
      if (line.length > JsonRows.LONGEST_RECORD) {
        throw new BrokenRowException(place, JsonRows.TOO_LONG);
      }
      String text = Utf8.decode(place, line);
      if (!text.isBlank()) {
        return Optional.of(JsonRows.parse(place, text));
      }
    }
  }
}
