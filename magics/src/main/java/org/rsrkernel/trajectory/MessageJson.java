package org.rsrkernel.trajectory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON text of the values that trajectories are made of. */
public final class MessageJson {

  private static final int LONGEST_STRING = 512 << 20;
  private static final int DEEPEST_NESTING = 500;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(LONGEST_STRING)
                          .maxNestingDepth(DEEPEST_NESTING)
                          .build())
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .build())
          .build();

  private MessageJson() {}

  /**
   * The values of a JSON text: {@code String}, {@code Long}, {@code BigInteger}, {@code Double},
   * {@code Boolean}, null, {@code List}, {@code Map}.
   *
   * @throws TrajectoryException if the text is not JSON
   */
  public static Object read(String json) {
    try (JsonParser parser = MAPPER.createParser(json)) {
      parser.nextToken();
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new TrajectoryException("not JSON: more than one value");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new TrajectoryException("not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalStateException("reading characters in memory failed", e);
    }
  }

  /** Recursion ends where the parser refuses to nest deeper. */
  private static Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new TrajectoryException("not JSON: an empty text");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return fields;
  }

  private static Object integer(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? parser.getBigIntegerValue()
        : (Object) parser.getLongValue();
  }

  /**
   * As {@link #read}, of a list.
   *
   * @throws TrajectoryException if the text is not a JSON list
   */
  public static List<?> readList(String json) {
    if (read(json) instanceof List<?> list) {
      return list;
    }
    throw new TrajectoryException("not a JSON list");
  }

  /** A value as JSON; lone surrogates, which UTF-8 cannot hold, as escapes. */
  public static String write(Object value) {
    try {
      return escapeLoneSurrogates(MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new TrajectoryException("cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** As {@link #write(Object)}, over several lines. */
  public static String writeIndented(Object value) {
    try {
      return escapeLoneSurrogates(
          MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
    } catch (JsonProcessingException e) {
      throw new TrajectoryException("cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** The JSON list of messages. */
  public static String write(List<Message> messages) {
    return write((Object) messages.stream().map(Message::fields).toList());
  }

  /** Within JSON they can only stand inside strings, where an escape means the same. */
  static String escapeLoneSurrogates(String json) {
    StringBuilder escaped = null;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean paired =
          Character.isHighSurrogate(c)
              && i + 1 < json.length()
              && Character.isLowSurrogate(json.charAt(i + 1));
      if (paired || !Character.isSurrogate(c)) {
        if (escaped != null) {
          escaped.append(json, i, paired ? i + 2 : i + 1);
        }
        i += paired ? 1 : 0;
        continue;
      }
      escaped = escaped == null ? new StringBuilder(json.substring(0, i)) : escaped;
      escaped.append("\\u%04x".formatted((int) c));
    }
    return escaped == null ? json : escaped.toString();
  }
}
