package org.rsrkernel.student;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Threads that run passes, or parts of one. They read native memory, so closing does not leave one
 * behind: it interrupts them, which they notice between two layers, and waits for their end.
 */
public final class PassThreads implements Executor, AutoCloseable {

  private final ExecutorService threads;

  /** As many daemons, so that a kernel which is told to end waits for none. */
  public PassThreads(int count) {
    this.threads =
        Executors.newFixedThreadPool(
            count,
            work -> {
              Thread thread = new Thread(work, "scoring");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  /**
   * What a task on these threads failed with, to be thrown where it is waited for.
   *
   * @throws InterruptedException if the task was interrupted
   */
  public static RuntimeException failure(ExecutionException e) throws InterruptedException {
    if (e.getCause() instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(e.getCause());
  }

  @Override
  public void close() {
    threads.shutdownNow();
    boolean interrupted = false;
    while (true) {
      try {
        if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
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
