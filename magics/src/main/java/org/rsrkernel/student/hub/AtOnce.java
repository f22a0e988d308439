package org.rsrkernel.student.hub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.rsrkernel.student.StudentException;

/** Runs fetches on several threads. */
final class AtOnce {

  /** Part of a download. */
  @FunctionalInterface
  interface Fetch {
    void run() throws IOException, InterruptedException;
  }

  private AtOnce() {}

  /**
   * Runs all fetches and waits for them. The first that fails stops the others.
   *
   * @param threads how many run at once, at most
   * @param unblock ends waiting that does not hear an interrupt, when all are to stop
   */
  static void run(int threads, List<? extends Fetch> fetches, Runnable unblock)
      throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (Fetch fetch : fetches) {
        running.add(
            pool.submit(
                () -> {
                  fetch.run();
                  return null;
                }));
      }
      for (Future<Void> fetch : running) {
        fetch.get();
      }
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      stop(pool, unblock);
    }
  }

  /** The interruption that showed itself as a failure of a channel or a connection. */
  static InterruptedException interrupted(IOException cause) {
    InterruptedException interrupted = new InterruptedException("download interrupted");
    interrupted.initCause(cause);
    return interrupted;
  }

  /** As the fetch threw it; this thread's calls are added to its stack. */
  private static IOException failure(ExecutionException e) {
    if (e.getCause() instanceof IOException cause) {
      return cause;
    }
    if (e.getCause() instanceof StudentException cause) {
      throw new StudentException(cause.getMessage(), cause);
    }
    throw new IllegalStateException(e);
  }

  /** Interrupts what runs and waits until it has let go of its files. */
  private static void stop(ExecutorService pool, Runnable unblock) {
    pool.shutdownNow();
    unblock.run();
    boolean interrupted = false;
    while (true) {
      try {
        if (pool.awaitTermination(1, TimeUnit.MINUTES)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
