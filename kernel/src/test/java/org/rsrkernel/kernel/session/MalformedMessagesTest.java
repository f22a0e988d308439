package org.rsrkernel.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rsrkernel.kernel.transport.Channel;

class MalformedMessagesTest {
  private static final int MESSAGES = 5000;
  private static final long SEED = 20_260_123;

  @Test
  void kernel_answersTheNextGoodMessageAfterMalformedOnes() {
    Random random = new Random(SEED);
    try (NotebookSession session = NotebookSession.start()) {
      for (int i = 1; i <= MESSAGES; i++) {
        Channel channel = random.nextBoolean() ? Channel.SHELL : Channel.CONTROL;
        session.client().sendFrames(channel, damaged(session, random));
        if (i % 100 == 0) {
          JsonObject reply = session.ask(channel, "history_request", new JsonObject());
          assertThat(reply.get("status").getAsString())
              .as("seed %d, message %d", SEED, i)
              .isEqualTo("ok");
        }
      }
      session.run("1 + 1").returns("2");
    }
  }

  private static List<byte[]> damaged(NotebookSession session, Random random) {
    List<byte[]> frames = new ArrayList<>(session.client().frames("kernel_info_request"));
    int victim = random.nextInt(frames.size());
    switch (random.nextInt(5)) {
      case 0 -> frames.remove(victim);
      case 1 -> frames.set(victim, noise(random, random.nextInt(200)));
      case 2 -> frames.subList(victim, frames.size()).clear();
      case 3 -> frames.add(victim, noise(random, 9));
      default -> frames.get(1)[random.nextInt(64)] ^= 1; // the signature
    }
    if (frames.isEmpty()) {
      frames.add(new byte[0]);
    }
    return frames;
  }

  private static byte[] noise(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
