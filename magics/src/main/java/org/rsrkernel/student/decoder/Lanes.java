package org.rsrkernel.student.decoder;

import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import org.rsrkernel.student.PassThreads;

/**
 * The threads of one pass. Each computes with one thread of libtorch's own: two threads in one
 * matrix product wait for each other, two products of one thread each do not.
 */
final class Lanes implements AutoCloseable {

  /** What one lane does. */
  @FunctionalInterface
  interface Work {
    void of(int lane) throws InterruptedException;
  }

  private final int count;
  private final PassThreads threads;
  private final CompletionService<Void> queue;

  Lanes(int count) {
    this.count = count;
    this.threads = new PassThreads(count); // which start with their first work
    this.queue = new ExecutorCompletionService<>(threads);
  }

  int count() {
    return count;
  }

  /**
   * Lets every lane do its part, a lone one on the calling thread, and waits for all.
   *
   * @throws InterruptedException if the calling thread or a lane is interrupted; lanes may still be
   *     at work then, until {@link #close}
   */
  void each(Work work) throws InterruptedException {
    if (count == 1) {
      work.of(0);
      return;
    }
    for (int lane = 0; lane < count; lane++) {
      int own = lane;
      queue.submit(
          () -> {
            TorchRuntime.prepareThread(1);
            work.of(own);
            return null;
          });
    }
    for (int done = 0; done < count; done++) {
      try {
        queue.take().get();
      } catch (ExecutionException e) {
        throw PassThreads.failure(e);
      }
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
