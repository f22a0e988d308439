package org.rsrkernel.kernel.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Bytes of UTF-8 text on their way; takes care not to cut a character in two. */
final class Utf8Buffer {
  private static final int LONGEST_CHARACTER_BYTES = 4;

  private final byte[] bytes;
  private int size;

  Utf8Buffer(int capacity) {
    bytes = new byte[capacity];
  }

  /** Appends as much as fits; returns how many bytes that was. */
  int append(byte[] source, int offset, int length) {
    int fitting = Math.min(length, bytes.length - size);
    System.arraycopy(source, offset, bytes, size, fitting);
    size += fitting;
    return fitting;
  }

  boolean isFull() {
    return size == bytes.length;
  }

  /**
   * Takes out the text.
   *
   * @param withBrokenCharacter whether the first bytes of an unfinished character come along (and
   *     turn into a replacement character) or wait for the rest
   */
  String take(boolean withBrokenCharacter) {
    int end = withBrokenCharacter ? size : completeBytes();
    String text = new String(bytes, 0, end, UTF_8);
    System.arraycopy(bytes, end, bytes, 0, size - end);
    size -= end;
    return text;
  }

  private int completeBytes() {
    for (int back = 1; back <= Math.min(LONGEST_CHARACTER_BYTES, size); back++) {
      int lead = bytes[size - back] & 0xFF;
      if (lead < 0x80) {
        return size;
      }
      if (lead >= 0xC0) {
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        return back < length ? size - back : size;
      }
    }
    return size;
  }
}
