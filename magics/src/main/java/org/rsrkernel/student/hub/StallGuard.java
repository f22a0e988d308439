package org.rsrkernel.student.hub;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Closes a stream in which nothing has moved for a while, so that its reader does not wait on. */
final class StallGuard implements AutoCloseable {

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "hub-stall-guard");
            thread.setDaemon(true);
            return thread;
          });

  private final InputStream stream;
  private final long limitNanos;
  private final ScheduledFuture<?> checks;
  private volatile long movedAt = System.nanoTime();

  StallGuard(InputStream stream, Duration limit) {
    this.stream = stream;
    this.limitNanos = limit.toNanos();
    this.checks =
        CLOCK.scheduleWithFixedDelay(
            this::check, limitNanos / 4, limitNanos / 4, TimeUnit.NANOSECONDS);
  }

  /** Something has arrived. */
  void moved() {
    movedAt = System.nanoTime();
  }

  @Override
  public void close() {
    checks.cancel(false);
  }

  private void check() {
    if (System.nanoTime() - movedAt > limitNanos) {
      try {
        stream.close();
      } catch (IOException e) {
        checks.cancel(false); // closed as far as it can be
      }
    }
  }
}
