package org.rsrkernel.trajectory.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The elements of one JSON array, or of the arrays in one JSON object that wraps rows, or JSON
 * objects one after the other.
 *
 * <p>A missing quote or bracket makes an element run on over its neighbours. They are found again
 * by how rows of the file begin: {@code {} and the first name, such as {@code {"id"}.
 */
final class JsonElements implements Records {

  /** Each search may read on to the file's end, so a hostile file must not have many. */
  private static final int MOST_SEARCHES = 1000;

  private static final int LONGEST_BEGINNING = 256;

  private final String file;
  private final RecordBytes bytes;
  private byte[] beginning = new byte[0];
  private final boolean wrapped;
  private int searches;
  private int bytesBeforeRows;

  /**
   * Elements of an array if the first character is a bracket or the first object wraps one, else
   * objects in a row.
   *
   * @param head the file's first bytes, not yet taken from {@code bytes}
   */
  JsonElements(String file, RecordBytes bytes, byte[] head) {
    this.file = file;
    this.bytes = bytes;
    String text = new String(head, StandardCharsets.ISO_8859_1);
    OptionalInt list = WrappedRows.bytesBefore(head);
    this.wrapped = list.isPresent();
    this.bytesBeforeRows =
        text.stripLeading().startsWith("[") ? text.indexOf('[') + 1 : list.orElse(-1) + 1;
  }

  @Override
  public Optional<Row> next() throws IOException, BrokenRowException {
    for (; bytesBeforeRows > 0; bytesBeforeRows--) {
      bytes.read();
    }
    skipSeparators();
    while (wrapped && bytes.peek() == '"') {
      skipFieldWithoutRows();
    }
    Place place = new Place(file, bytes.line());
    byte[] element = readElement();
    if (element.length == 0) {
      return Optional.empty();
    }
    try {
      if (element.length > JsonRows.LONGEST_RECORD) {
        throw new BrokenRowException(place, JsonRows.TOO_LONG);
      }
      Row row = JsonRows.parse(place, Utf8.decode(place, element));
      beginning = beginningOf(element);
      return Optional.of(row);
    } catch (BrokenRowException e) {
      findNextRow(element);
      throw e;
    }
  }

  private void skipSeparators() throws IOException {
    for (int b = bytes.peek(); b != RecordBytes.END && isSeparator(b); b = bytes.peek()) {
      bytes.read();
    }
  }

  /** A field of the object around the rows: its list is read, any other value passed over. */
  private void skipFieldWithoutRows() throws IOException {
    bytes.read();
    for (int b = bytes.read(); b != '"' && b != RecordBytes.END; b = bytes.read()) {
      if (b == '\\') {
        bytes.read();
      }
    }
    for (int b = bytes.peek(); b == ':' || (b != RecordBytes.END && b <= ' '); b = bytes.peek()) {
      bytes.read();
    }
    if (bytes.peek() == '[') {
      bytes.read();
    } else {
      readElement();
    }
    skipSeparators();
  }

  /** The brackets around all elements count as separators: a broken element may have eaten one. */
  private static boolean isSeparator(int b) {
    return b <= ' ' || b == ',' || b == ']' || b == '}';
  }

  private byte[] readElement() throws IOException {
    bytes.startRecord();
    int depth = 0;
    boolean inString = false;
    while (bytes.recordSize() <= JsonRows.LONGEST_RECORD) {
      int b = bytes.peek();
      if (b == RecordBytes.END
          || (depth == 0 && !inString && bytes.recordSize() > 0 && isSeparator(b))) {
        break;
      }
      bytes.read();
      if (inString) {
        if (b == '\\' && bytes.peek() != RecordBytes.END) {
          bytes.read();
        }
        inString = b != '"';
      } else if (b == '"') {
        inString = true;
      } else if (b == '{' || b == '[') {
        depth++;
      } else if ((b == '}' || b == ']') && --depth == 0) {
        break;
      }
    }
    return bytes.endRecord();
  }

  private void findNextRow(byte[] element) {
    byte[] wanted = beginning.length == 0 ? beginningOf(element) : beginning;
    if (wanted.length == 0 || searches >= MOST_SEARCHES) {
      return;
    }
    for (int at = 1; at + wanted.length <= element.length; at++) {
      if (Arrays.equals(wanted, 0, wanted.length, element, at, at + wanted.length)) {
        searches++;
        bytes.giveBack(element, at);
        return;
      }
    }
  }

  /** From the first brace to the end of the first name. */
  private static byte[] beginningOf(byte[] element) {
    int brace = -1;
    int quotes = 0;
    for (int i = 0; i < Math.min(element.length, LONGEST_BEGINNING); i++) {
      if (brace < 0) {
        brace = element[i] == '{' ? i : -1;
      } else if (element[i] == '"' && ++quotes == 2) {
        return Arrays.copyOfRange(element, brace, i + 1);
      }
    }
    return new byte[0];
  }
}
