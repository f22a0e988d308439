package org.rsrkernel.trajectory.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Finds a list of rows inside an object: {@code {"version": 1, "data": [{"prompt": …}, …]}}. */
final class WrappedRows {

  /** Fields of which a row of any layout has one. */
  private static final Set<String> OF_ROWS =
      Set.of(
          "messages",
          "conversations",
          "conversation",
          "prompt",
          "question",
          "problem",
          "query",
          "instruction",
          "input",
          "text");

  private WrappedRows() {}

  /**
   * How many bytes stand before the list; empty if the object is a row itself, or its list is not
   * within the head.
   */
  static OptionalInt bytesBefore(byte[] head) {
    try (JsonParser parser = JsonRows.JSON.createParser(head)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return OptionalInt.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME && !isOfRows(parser.currentName())) {
        if (parser.nextToken() == JsonToken.START_ARRAY) {
          int start = (int) parser.currentTokenLocation().getByteOffset();
          if (holdsRows(Arrays.copyOfRange(head, start, head.length))) {
            return OptionalInt.of(start);
          }
        }
        parser.skipChildren();
      }
      return OptionalInt.empty();
    } catch (IOException endOfHead) {
      return OptionalInt.empty();
    }
  }

  /** By the first element's fields. */
  private static boolean holdsRows(byte[] array) {
    try (JsonParser parser = JsonRows.JSON.createParser(array)) {
      parser.nextToken();
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        if (isOfRows(parser.currentName())) {
          return true;
        }
        parser.nextToken();
        parser.skipChildren();
      }
      return false;
    } catch (IOException endOfHead) {
      return false;
    }
  }

  private static boolean isOfRows(String field) {
    return OF_ROWS.contains(field.toLowerCase(Locale.ROOT));
  }
}
