package org.rsrkernel.student;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Seeded damage to files, and what must come of it: a message or a student, nothing else. */
public final class Mutations {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<JsonNode> JUNK =
      List.of(
          NODES.nullNode(),
          NODES.numberNode(-1),
          NODES.numberNode(0),
          NODES.numberNode(1L << 40),
          NODES.numberNode(Integer.MAX_VALUE),
          NODES.numberNode(1e308),
          NODES.textNode(""),
          NODES.textNode("../é😀"),
          NODES.textNode("(?:a|b"),
          NODES.textNode("(a|a)*c"),
          NODES.booleanNode(true),
          NODES.arrayNode(),
          NODES.objectNode());
  private static final long[] NUMBERS = {
    -1, 0, 1, 255, 1L << 31, 1L << 32, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE
  };

  private Mutations() {}

  /** Damages {@code original} {@code times} times; loading must give nothing but messages. */
  public static void ofBytes(byte[] original, int times, Consumer<byte[]> load) {
    for (int seed = 0; seed < times; seed++) {
      byte[] damaged = damage(original, new SplittableRandom(seed));
      expectMessage(seed, damaged, load);
    }
  }

  /** Damages the structure of a JSON text, again and again. */
  public static void ofJson(String original, int times, Consumer<String> load) {
    JsonNode tree = parse(original);
    for (int seed = 0; seed < times; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      JsonNode damaged = tree.deepCopy();
      for (int i = random.nextInt(3); i >= 0; i--) {
        damage(damaged, random);
      }
      expectMessage(seed, damaged.toString(), load);
    }
  }

  private static <T> void expectMessage(int seed, T damaged, Consumer<T> load) {
    try {
      load.accept(damaged);
    } catch (StudentException e) {
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        throw new AssertionError("no message for seed " + seed, e);
      }
    } catch (RuntimeException | Error e) {
      String shown = damaged instanceof byte[] bytes ? hex(bytes) : damaged.toString();
      throw new AssertionError("seed " + seed + ": " + shown, e);
    }
  }

  private static byte[] damage(byte[] original, SplittableRandom random) {
    byte[] bytes = original.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
        case 3 -> writeNumber(bytes, at, NUMBERS[random.nextInt(NUMBERS.length)]);
        default -> {
          int from = random.nextInt(bytes.length);
          System.arraycopy(
              bytes, from, bytes, at, random.nextInt(bytes.length - Math.max(from, at)));
        }
      }
    }
    return bytes;
  }

  private static void writeNumber(byte[] bytes, int at, long number) {
    for (int i = 0; i < Long.BYTES && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (number >>> 8 * i);
    }
  }

  private static void damage(JsonNode node, SplittableRandom random) {
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      if (descends(object.get(name), random)) {
        return;
      }
      switch (random.nextInt(3)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name, junk(random));
        default -> object.set(name + "x", object.remove(name));
      }
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      int index = random.nextInt(array.size());
      if (descends(array.get(index), random)) {
        return;
      }
      switch (random.nextInt(3)) {
        case 0 -> array.remove(index);
        case 1 -> array.set(index, junk(random));
        default -> array.insert(random.nextInt(array.size()), array.get(index));
      }
    }
  }

  private static boolean descends(JsonNode child, SplittableRandom random) {
    boolean descends = child.isContainerNode() && !child.isEmpty() && random.nextInt(5) != 0;
    if (descends) {
      damage(child, random);
    }
    return descends;
  }

  private static JsonNode junk(SplittableRandom random) {
    return JUNK.get(random.nextInt(JUNK.size())).deepCopy();
  }

  private static JsonNode parse(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 4096));
  }
}
