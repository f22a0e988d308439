package org.rsrkernel.trajectory.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * UTF-8 bytes with their line numbers, which can be given back when a record turns out to be broken
 * and its end unknown.
 */
final class RecordBytes implements AutoCloseable {

  static final int END = -1;

  private static final int NONE = -1;

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private int recordStart = NONE;
  private long line = 1;

  RecordBytes(InputStream in) {
    this.in = in;
  }

  /** The 1-based line of the next byte. */
  long line() {
    return line;
  }

  /** The next byte, 0 to 255, or {@link #END}. */
  int read() throws IOException {
    if (position == limit && !fill()) {
      return END;
    }
    int b = buffer[position++] & 0xff;
    if (b == '\n') {
      line++;
    }
    return b;
  }

  /** The next byte without taking it. */
  int peek() throws IOException {
    return position == limit && !fill() ? END : buffer[position] & 0xff;
  }

  /** Begins to collect what is read. */
  void startRecord() {
    recordStart = position;
  }

  /** How many bytes are collected. */
  int recordSize() {
    return position - recordStart;
  }

  /** Ends collecting and returns the bytes. */
  byte[] endRecord() {
    byte[] record = Arrays.copyOfRange(buffer, recordStart, position);
    recordStart = NONE;
    return record;
  }

  /**
   * The bytes up to the next line feed, which is taken and left out; null at the end. Of a line
   * longer than {@link JsonRows#LONGEST_RECORD}, one byte more than that.
   */
  byte[] readLine() throws IOException {
    if (peek() == END) {
      return null;
    }
    ByteArrayOutputStream collected = null;
    while (position < limit || fill()) {
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      boolean complete = end < limit;
      int start = position;
      position = complete ? end + 1 : end;
      if (complete && collected == null) {
        line++;
        return Arrays.copyOfRange(buffer, start, end);
      }
      collected = collected == null ? new ByteArrayOutputStream(2 * (end - start)) : collected;
      int room = JsonRows.LONGEST_RECORD + 1 - collected.size(); // one more says: too long
      collected.write(buffer, start, Math.min(room, end - start));
      if (complete) {
        line++;
        break;
      }
    }
    return collected.toByteArray();
  }

  /** Puts back the last {@code bytes.length - from} bytes that were read. */
  void giveBack(byte[] bytes, int from) {
    int count = bytes.length - from;
    for (int i = from; i < bytes.length; i++) {
      line -= bytes[i] == '\n' ? 1 : 0;
    }
    if (position >= count) {
      position -= count;
      return;
    }
    byte[] joined = new byte[count + limit - position];
    System.arraycopy(bytes, from, joined, 0, count);
    System.arraycopy(buffer, position, joined, count, limit - position);
    buffer = joined;
    limit = joined.length;
    position = 0;
  }

  /** Bytes that are being collected stay, at the buffer's beginning. */
  private boolean fill() throws IOException {
    int kept = recordStart == NONE ? 0 : limit - recordStart;
    byte[] target = kept > buffer.length / 2 ? new byte[2 * buffer.length] : buffer;
    if (kept > 0) {
      System.arraycopy(buffer, recordStart, target, 0, kept);
    }
    buffer = target;
    recordStart = recordStart == NONE ? NONE : 0;
    position = kept;
    limit = kept + Math.max(0, in.read(buffer, kept, buffer.length - kept));
    return limit > kept;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
