package org.rsrkernel.trajectory.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes of another encoding as UTF-8, so that everything after it knows one encoding. */
final class Utf8Stream extends InputStream {

  private final Reader reader;
  private final char[] characters = new char[8192];
  private byte[] bytes = new byte[0];
  private int position;

  /** A high surrogate at the end of the last block, whose other half is in the next; or 0. */
  private char pending;

  Utf8Stream(InputStream in, Charset charset) {
    this.reader = new InputStreamReader(in, charset);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (position == bytes.length) {
      if (!fill()) {
        return -1;
      }
    }
    int n = Math.min(length, bytes.length - position);
    System.arraycopy(bytes, position, target, offset, n);
    position += n;
    return n;
  }

  private boolean fill() throws IOException {
    int kept = 0;
    if (pending != 0) {
      characters[kept++] = pending;
      pending = 0;
    }
    int n = reader.read(characters, kept, characters.length - kept);
    if (n < 0 && kept == 0) {
      return false;
    }
    int end = kept + Math.max(n, 0);
    if (n >= 0 && Character.isHighSurrogate(characters[end - 1])) {
      pending = characters[--end];
    }
    bytes = new String(characters, 0, end).getBytes(StandardCharsets.UTF_8);
    position = 0;
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
