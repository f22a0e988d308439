package org.rsrkernel.scoring;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import org.rsrkernel.student.PassThreads;
import org.rsrkernel.student.Student;

/** One queue of batches for all lanes of a student: whichever is idle takes the next. */
final class BatchQueue {

  /** A batch that is done. */
  record Done(ScoringPlan.Batch batch, List<BatchPass.Result> results) {}

  /** Told of each batch as it is done, on the thread that called {@link #run}. */
  @FunctionalInterface
  interface Listener {
    void onDone(Done done);
  }

  private final Student student;
  private final List<Pending> pending;

  /**
   * @param pending what the batches' members are indices of
   */
  BatchQueue(Student student, List<Pending> pending) {
    this.student = student;
    this.pending = pending;
  }

  /**
   * Computes all batches.
   *
   * @throws InterruptedException if the calling thread is interrupted; no pass is running any more
   */
  void run(List<ScoringPlan.Batch> batches, Listener listener) throws InterruptedException {
    int lanes = lanes(batches);
    try (PassThreads threads = new PassThreads(lanes)) {
      CompletionService<Done> queue = new ExecutorCompletionService<>(threads);
      batches.forEach(batch -> queue.submit(() -> compute(batch, lanes)));
      for (int done = 0; done < batches.size(); done++) {
        listener.onDone(queue.take().get());
      }
    } catch (ExecutionException e) {
      throw PassThreads.failure(e);
    }
  }

  /** No more than have work while the largest batch is computed. */
  private int lanes(List<ScoringPlan.Batch> batches) {
    long largest = batches.stream().mapToLong(BatchQueue::tokens).max().orElse(1);
    long all = batches.stream().mapToLong(BatchQueue::tokens).sum();
    return (int) Math.max(1, Math.min(student.lanes(), all / largest));
  }

  private static long tokens(ScoringPlan.Batch batch) {
    return batch.work().tokensComputed();
  }

  private Done compute(ScoringPlan.Batch batch, int lanes) throws InterruptedException {
    List<Pending> members = batch.members().stream().map(pending::get).toList();
    return new Done(batch, BatchPass.of(members, student, lanes));
  }
}
