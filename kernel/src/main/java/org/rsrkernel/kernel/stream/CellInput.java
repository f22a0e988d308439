package org.rsrkernel.kernel.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.rsrkernel.kernel.running.RunningCell;

/**
 * {@code System.in} of a cell: each line is asked of the person at the front end when the code
 * reads past what it has.
 */
public final class CellInput extends InputStream {
  private byte[] line = new byte[0];
  private int next;

  @Override
  public synchronized int read() throws IOException {
    if (next >= line.length) {
      ask();
    }
    return line[next++] & 0xFF;
  }

  @Override
  public synchronized int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (next >= line.length) {
      ask();
    }
    int count = Math.min(length, line.length - next);
    System.arraycopy(line, next, target, offset, count);
    next += count;
    return count;
  }

  @Override
  public synchronized int available() {
    return line.length - next;
  }

  private void ask() throws IOException {
    RunningCell cell =
        RunningCell.current().orElseThrow(() -> new IOException("no cell is running"));
    try {
      line = (cell.ask("", false) + "\n").getBytes(UTF_8);
      next = 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for input");
    } catch (IllegalStateException nobodyThere) {
      throw new IOException(nobodyThere.getMessage(), nobodyThere);
    }
  }
}
