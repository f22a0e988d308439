package org.rsrkernel.kernel.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8BufferTest {
  private static final long SEED = 7;

  @Test
  void characterCutInTwo_waitsForItsRest() {
    byte[] bytes = "a😀".getBytes(UTF_8);
    Utf8Buffer buffer = new Utf8Buffer(16);
    buffer.append(bytes, 0, 3);
    assertThat(buffer.take(false)).isEqualTo("a");
    buffer.append(bytes, 3, 2);
    assertThat(buffer.take(false)).isEqualTo("😀");
  }

  @Test
  void brokenCharacterAtTheEnd_isReplaced() {
    Utf8Buffer buffer = new Utf8Buffer(16);
    buffer.append("é".getBytes(UTF_8), 0, 1);
    assertThat(buffer.take(true)).isEqualTo("\uFFFD");
  }

  @Test
  void bytesThatAreNoText_doNotStick() {
    Utf8Buffer buffer = new Utf8Buffer(4);
    buffer.append(new byte[] {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80}, 0, 4);
    assertThat(buffer.take(false)).hasSize(4);
  }

  @Test
  void text_isTheSameInWhateverPiecesItComes() {
    String text = "añ😀日本\n".repeat(50);
    byte[] bytes = text.getBytes(UTF_8);
    Random random = new Random(SEED);
    Utf8Buffer buffer = new Utf8Buffer(11);
    StringBuilder taken = new StringBuilder();
    for (int at = 0; at < bytes.length; ) {
      at += buffer.append(bytes, at, Math.min(1 + random.nextInt(7), bytes.length - at));
      if (buffer.isFull() || random.nextBoolean()) {
        taken.append(buffer.take(false));
      }
    }
    assertThat(taken.append(buffer.take(true)).toString()).as("seed %d", SEED).isEqualTo(text);
  }
}
