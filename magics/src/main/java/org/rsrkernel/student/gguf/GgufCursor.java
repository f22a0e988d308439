package org.rsrkernel.student.gguf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.weights.WeightFile;

/** Reads a GGUF header from front to back and never past the file's end. */
final class GgufCursor {

  private static final int WINDOW = 1 << 16;

  private final WeightFile file;
  private final byte[] window = new byte[WINDOW];
  private final ByteBuffer little = ByteBuffer.wrap(window).order(ByteOrder.LITTLE_ENDIAN);
  private long windowStart;

  GgufCursor(WeightFile file) {
    this.file = file;
    fill(0);
  }

  /** Bytes read so far. */
  long position() {
    return windowStart + little.position();
  }

  long remaining() {
    return file.size() - position();
  }

  byte readByte() {
    need(Byte.BYTES);
    return little.get();
  }

  short readShort() {
    need(Short.BYTES);
    return little.getShort();
  }

  int readInt() {
    need(Integer.BYTES);
    return little.getInt();
  }

  long readLong() {
    need(Long.BYTES);
    return little.getLong();
  }

  /**
   * A count of things that take at least {@code bytesEach} bytes: a larger one than the file can
   * hold is refused before anything of that size is made.
   */
  int readCount(String what, int bytesEach) {
    long at = position();
    long count = readLong();
    if (count < 0 || count > Math.min(remaining() / bytesEach, Integer.MAX_VALUE - 8)) {
      throw malformed(
          "byte %d announces %s %s, but only %d bytes follow"
              .formatted(at, Long.toUnsignedString(count), what, remaining()));
    }
    return (int) count;
  }

  String readString(String what) {
    int length = readCount("bytes of " + what, 1);
    byte[] bytes;
    int start = little.position();
    if (length <= little.remaining()) {
      little.position(start + length);
      return decode(what, ByteBuffer.wrap(window, start, length));
    }
    bytes = new byte[length];
    long at = position();
    file.read(at, bytes, length);
    fill(at + length);
    return decode(what, ByteBuffer.wrap(bytes));
  }

  StudentException malformed(String what) {
    return new StudentException(
        file.path() + " is not a valid GGUF file: " + what + ". Fetch the file again.");
  }

  private String decode(String what, ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw malformed(what + " before byte " + position() + " is not UTF-8");
    }
  }

  private void need(int bytes) {
    if (little.remaining() >= bytes) {
      return;
    }
    if (remaining() < bytes) {
      throw malformed("it ends at byte " + file.size() + ", inside its header");
    }
    fill(position());
  }

  private void fill(long start) {
    int length = (int) Math.min(WINDOW, file.size() - start);
    file.read(start, window, length);
    windowStart = start;
    little.clear().limit(length);
  }
}
