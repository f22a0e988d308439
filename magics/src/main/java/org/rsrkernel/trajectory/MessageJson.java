package org.rsrkernel.trajectory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** JSON text of the values that trajectories are made of. */
public final class MessageJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(512 << 20).build())
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .build())
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private MessageJson() {}

  /**
   * The values of a JSON text: {@code String}, {@code Long}, {@code BigInteger}, {@code Double},
   * {@code Boolean}, null, {@code List}, {@code Map}.
   *
   * @throws TrajectoryException if the text is not JSON
   */
  public static Object read(String json) {
    try {
      return MAPPER.readValue(json, Object.class);
    } catch (JsonProcessingException e) {
      throw new TrajectoryException("not JSON: " + e.getOriginalMessage(), e);
    }
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
