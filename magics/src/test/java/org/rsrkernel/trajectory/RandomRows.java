package org.rsrkernel.trajectory;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Rows with everything that goes wrong in real files, made from a seed. */
final class RandomRows {

  private static final List<String> TEXTS =
      List.of(
          "",
          "plain",
          "two\nlines\r\nand a tab\t.",
          "quotes \" and ' and , ; \\ /",
          "日本語 ελληνικά עברית",
          "😀 pairs and \ud83d halves",
          "\udc00",
          "\u0000\u001f\u007f\u0085\u2028\ufeff",
          "{\"json\": [1, 2]}",
          "[]",
          "null",
          "007",
          "12345678901234567890",
          " spaces ",
          "=1+1",
          "long ".repeat(2000));

  private final SplittableRandom random;

  RandomRows(long seed) {
    this.random = new SplittableRandom(seed);
  }

  List<String> jsonLines(int rows) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      lines.add(row(row));
    }
    return lines;
  }

  private String row(int number) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", "p" + number);
    row.put("teacher", pick(List.of("terse", "plain", "Ä")));
    row.put("whole", random.nextLong());
    row.put("real", random.nextDouble(-1e9, 1e9));
    row.put("huge", BigInteger.TEN.pow(random.nextInt(1, 60)));
    row.put("flag", random.nextBoolean() ? random.nextBoolean() : null);
    row.put("text", text());
    row.put("mixed", value(3));
    row.put("nested", List.of(Collections.singletonMap("a", value(2)), List.of()));
    String json = MessageJson.write((Object) row);
    return json.substring(0, json.length() - 1) + ", \"messages\": " + messages() + "}";
  }

  /** As text, so that spacing and repeated names are there to be kept. */
  private String messages() {
    StringBuilder json = new StringBuilder("[");
    int rounds = random.nextInt(1, 4);
    for (int round = 0; round < rounds; round++) {
      json.append(round == 0 ? " " : ",  ");
      json.append("{\"role\": \"user\", \"content\":").append(MessageJson.write(text()));
      json.append("} ,{\"role\" : \"assistant\",\"content\": \"first\", \"content\": ");
      json.append(MessageJson.write(text())).append(", \"weight\": 1.50}");
    }
    return json.append("]").toString();
  }

  private Object value(int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 7)) {
      case 0 -> null;
      case 1 -> text();
      case 2 -> random.nextLong();
      case 3 -> random.nextDouble();
      case 4 -> random.nextBoolean();
      case 5 -> List.of("x", MessageJson.read("[1, null]"));
      default -> {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(pick(List.of("k", "K", "é", "")), value(depth - 1));
        yield map;
      }
    };
  }

  private String text() {
    return pick(TEXTS);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
