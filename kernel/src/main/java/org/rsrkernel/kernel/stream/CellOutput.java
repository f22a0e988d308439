package org.rsrkernel.kernel.stream;

import com.google.gson.JsonObject;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rsrkernel.kernel.running.RunningCell;

/**
 * Collects what cells print and sends it in few messages: 50 ms after the first byte, when a
 * message is full, when the stream or the cell changes, and before anything else is shown. So the
 * order of stdout, stderr and displays is kept.
 *
 * <p>Thread-safe.
 */
public final class CellOutput implements AutoCloseable {
  private static final int FLUSH_DELAY_MILLIS = 50;
  private static final int MAX_MESSAGE_BYTES = 1 << 18;

  private final PrintStream fallback;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "kernel-output");
            thread.setDaemon(true);
            return thread;
          });
  private final Utf8Buffer pending = new Utf8Buffer(MAX_MESSAGE_BYTES);
  private RunningCell pendingCell;
  private StreamName pendingStream;
  private boolean flushScheduled;

  /**
   * @param fallback takes what is printed before any cell ran
   */
  public CellOutput(PrintStream fallback) {
    this.fallback = fallback;
  }

  /** A print stream for {@code System.out} or {@code System.err}. */
  public PrintStream printStream(StreamName name) {
    return new CellPrintStream(new CellStream(name));
  }

  /** Sends all that was printed so far. */
  public synchronized void flush() {
    send(true);
  }

  @Override
  public void close() {
    flush();
    timer.shutdownNow();
  }

  private synchronized void write(StreamName stream, byte[] bytes, int offset, int length) {
    Optional<RunningCell> cell = RunningCell.current();
    if (cell.isEmpty()) {
      fallback.write(bytes, offset, length);
      return;
    }
    if (pendingCell != cell.get() || pendingStream != stream) {
      send(true);
      pendingCell = cell.get();
      pendingStream = stream;
    }
    int written = 0;
    while (written < length) {
      written += pending.append(bytes, offset + written, length - written);
      if (pending.isFull()) {
        send(false);
      }
    }
    if (!flushScheduled && !timer.isShutdown()) {
      flushScheduled = true;
      timer.schedule(this::flushOnTime, FLUSH_DELAY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void flushOnTime() {
    flushScheduled = false;
    send(false);
  }

  private void send(boolean withBrokenCharacter) {
    String text = pending.take(withBrokenCharacter);
    if (text.isEmpty()) {
      return;
    }
    JsonObject content = new JsonObject();
    content.addProperty("name", pendingStream.wireName());
    content.addProperty("text", text);
    pendingCell.publish("stream", content);
  }

  private final class CellStream extends OutputStream {
    private final StreamName name;

    CellStream(StreamName name) {
      this.name = name;
    }

    @Override
    public void write(int b) {
      CellOutput.this.write(name, new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      CellOutput.this.write(name, bytes, offset, length);
    }
  }
}
