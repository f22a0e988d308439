package org.rsrkernel.trajectory.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One JSON text as one row, nested values as the very characters of the text. */
final class JsonRows {

  /** Bytes of one row. It is held several times over while it is read. */
  static final int LONGEST_RECORD =
      (int) Math.min(512 << 20, Runtime.getRuntime().maxMemory() / 16);

  /** Why a longer row is broken. */
  static final String TOO_LONG =
      "longer than %,d MiB, the most that Java's memory allows here"
          .formatted(LONGEST_RECORD >> 20);

  private static final int DEEPEST_NESTING = 500;

  /**
   * Python writes {@code NaN} and {@code Infinity}, so they are read; numbers stay text, so their
   * length does no harm.
   */
  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST_RECORD)
                  .maxNestingDepth(DEEPEST_NESTING)
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private JsonRows() {}

  /** An object's fields, a repeated name counting last as in Python; a bare list is messages. */
  static Row parse(Place place, String text) throws BrokenRowException {
    char[] characters = text.toCharArray();
    try (JsonParser parser = JSON.createParser(characters)) {
      JsonToken first = parser.nextToken();
      Map<String, RowValue> fields = new LinkedHashMap<>();
      if (first == JsonToken.START_ARRAY) {
        fields.put("messages", nested(parser, characters));
      } else if (first == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          fields.put(name, value(parser, characters));
        }
      } else {
        throw new BrokenRowException(place, "not a JSON object: " + Excerpt.of(text));
      }
      if (parser.nextToken() != null) {
        throw new BrokenRowException(place, "more than one JSON value");
      }
      return new Row(place, fields);
    } catch (JsonProcessingException e) {
      throw new BrokenRowException(place, "broken JSON: " + reason(e));
    } catch (IOException e) {
      throw new IllegalStateException("reading characters in memory failed", e);
    }
  }

  /** What is wrong and in which column, without Jackson's description of its source. */
  private static String reason(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException && e.getMessage().contains("nesting")) {
      return "nested deeper than " + DEEPEST_NESTING;
    }
    String message = e.getOriginalMessage().split("\\R|: was expecting| \\(start marker", 2)[0];
    int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
    return column > 0 ? message + " (column " + column + ")" : message;
  }

  private static RowValue value(JsonParser parser, char[] characters) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> RowValue.NULL;
      case VALUE_TRUE, VALUE_FALSE -> new RowValue(RowValue.Kind.BOOLEAN, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new RowValue(RowValue.Kind.NUMBER, parser.getText());
      case START_ARRAY, START_OBJECT -> nested(parser, characters);
      default -> RowValue.string(parser.getText());
    };
  }

  private static RowValue nested(JsonParser parser, char[] characters) throws IOException {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    int end = (int) parser.currentTokenLocation().getCharOffset() + 1;
    return new RowValue(RowValue.Kind.NESTED, new String(characters, start, end - start));
  }
}
