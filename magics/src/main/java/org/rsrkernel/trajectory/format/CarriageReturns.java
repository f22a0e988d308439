package org.rsrkernel.trajectory.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Carriage returns as line feeds, for texts whose lines end in the former alone. */
final class CarriageReturns extends FilterInputStream {

  private CarriageReturns(InputStream in) {
    super(in);
  }

  /** The text, its lines ending in line feeds whichever of the three ways they are written in. */
  static PushbackInputStream asLineFeeds(PushbackInputStream text) throws IOException {
    return endLines(TextBytes.peek(text))
        ? new PushbackInputStream(new CarriageReturns(text), TextBytes.HEAD)
        : text;
  }

  /** Of a head that ends in one, the line feed may not be seen. */
  private static boolean endLines(byte[] head) {
    int returns = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == '\n') {
        return false;
      }
      returns += head[i] == '\r' && (i + 1 < head.length || i + 1 < TextBytes.HEAD) ? 1 : 0;
    }
    return returns > 0;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    return b == '\r' ? '\n' : b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    for (int i = offset; i < offset + n; i++) {
      buffer[i] = buffer[i] == '\r' ? (byte) '\n' : buffer[i];
    }
    return n;
  }
}
