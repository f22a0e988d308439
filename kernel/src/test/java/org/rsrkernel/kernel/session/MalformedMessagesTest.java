package org.rsrkernel.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rsrkernel.kernel.transport.Channel;

/**
 * Malformed messages, a few hundred in each build; more with {@code -Dmalformed.messages=5000
 * -Dmalformed.seed=1}. After each one the kernel has to answer a good one.
 */
class MalformedMessagesTest {
  private static final int MESSAGES = Integer.getInteger("malformed.messages", 300);
  private static final long SEED = Long.getLong("malformed.seed", 20_260_123);

  private static final List<String> TYPES =
      List.of(
          "execute_request",
          "complete_request",
          "inspect_request",
          "is_complete_request",
          "history_request",
          "comm_info_request",
          "comm_open",
          "comm_msg",
          "comm_close",
          "kernel_info_request",
          "interrupt_request",
          "create_subshell_request",
          "delete_subshell_request",
          "input_reply",
          "unheard_of_request");

  private static final List<String> FIELDS =
      List.of(
          "code",
          "cursor_pos",
          "detail_level",
          "silent",
          "store_history",
          "user_expressions",
          "allow_stdin",
          "stop_on_error",
          "hist_access_type",
          "n",
          "pattern",
          "session",
          "start",
          "stop",
          "comm_id",
          "target_name",
          "data",
          "subshell_id",
          "value");

  private static final List<String> TEXTS =
      List.of(
          "",
          "1 + 1",
          "\0",
          "tail",
          "search",
          "range",
          "\uD83D\uDE00",
          "/*",
          "%%",
          "%vasr",
          "[(*",
          "\"");

  private final Random random = new Random(SEED);

  @Test
  void kernel_answersTheNextGoodMessageAfterAMalformedOne() {
    try (NotebookSession session = NotebookSession.start()) {
      for (int i = 1; i <= MESSAGES; i++) {
        Channel channel = random.nextBoolean() ? Channel.SHELL : Channel.CONTROL;
        if (random.nextBoolean()) {
          session.client().sendFrames(channel, damaged(session));
        } else {
          session.client().send(channel, pick(TYPES), content(3));
        }
        JsonObject reply = session.ask(channel, "comm_info_request", new JsonObject());
        assertThat(reply.get("status").getAsString())
            .as("seed %d, message %d", SEED, i)
            .isEqualTo("ok");
      }
      session.run("1 + 1").returns("2");
    }
  }

  /** A good message with a part missing, replaced, added or cut off, or with a wrong signature. */
  private List<byte[]> damaged(NotebookSession session) {
    List<byte[]> frames = new ArrayList<>(session.client().frames("kernel_info_request"));
    int victim = random.nextInt(frames.size());
    switch (random.nextInt(5)) {
      case 0 -> frames.remove(victim);
      case 1 -> frames.set(victim, noise(random.nextInt(200)));
      case 2 -> frames.subList(victim, frames.size()).clear();
      case 3 -> frames.add(victim, noise(9));
      default -> frames.get(1)[random.nextInt(64)] ^= 1; // the signature
    }
    if (frames.isEmpty()) {
      frames.add(new byte[0]);
    }
    return frames;
  }

  private byte[] noise(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Fields that requests have, with values of any type. */
  private JsonObject content(int depth) {
    JsonObject content = new JsonObject();
    for (int i = random.nextInt(6); i > 0; i--) {
      content.add(pick(FIELDS), value(depth - 1));
    }
    return content;
  }

  private JsonElement value(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> new JsonPrimitive(random.nextBoolean());
      case 2 -> new JsonPrimitive(random.nextInt());
      case 3 -> new JsonPrimitive(random.nextDouble() * 1e300);
      case 4, 5 -> new JsonPrimitive(pick(TEXTS));
      case 6 -> content(depth);
      default -> {
        JsonArray array = new JsonArray();
        array.add(value(depth - 1));
        yield array;
      }
    };
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
