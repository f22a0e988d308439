package org.rsrkernel.kernel.running;

import java.util.List;

/**
 * The interrupt of the running cell. Code compiled from cells calls {@link #check} at every method
 * entry and backward jump, so a loop ends although it never looks at the thread's interrupt flag.
 *
 * <p>Thread-safe. An interrupt reaches the cell's own threads and fork-join workers; threads that
 * earlier cells left running go on. The cell's thread is interrupted only while it runs code of the
 * cell: an interrupt in the middle of compiling would close the jars that the compiler reads.
 */
public final class CellInterrupt {
  private static volatile boolean requested;
  private static Thread cellThread;
  private static boolean threadInterruptible;

  private CellInterrupt() {}

  /** Called by the code of cells; throws if their cell was interrupted. */
  public static void check() {
    if (requested) {
      stopIfInterrupted();
    }
  }

  private static void stopIfInterrupted() {
    if (RunningCell.current().equals(RunningCell.running())) {
      throw new CellInterruptedError();
    }
  }

  /** Whether the running cell was asked to stop. */
  public static boolean requested() {
    return requested;
  }

  /** Asks the running cell to stop, and wakes its thread if it sleeps or waits. */
  public static synchronized void request() {
    requested = true;
    if (cellThread != null && threadInterruptible) {
      cellThread.interrupt();
    }
  }

  /**
   * Says whether the calling thread may be interrupted from here on; ignored on other threads than
   * the running cell's.
   *
   * @return what it was before, to be restored
   */
  public static synchronized boolean allow(boolean interruptible) {
    if (Thread.currentThread() != cellThread) {
      return interruptible;
    }
    boolean before = threadInterruptible;
    threadInterruptible = interruptible;
    if (!interruptible) {
      Thread.interrupted();
    } else if (requested) {
      cellThread.interrupt();
    }
    return before;
  }

  /** Where the running cell's thread is; empty if no cell runs. */
  static synchronized List<StackTraceElement> whereabouts() {
    return cellThread == null ? List.of() : List.of(cellThread.getStackTrace());
  }

  static synchronized void beginCell() {
    requested = false;
    cellThread = Thread.currentThread();
    threadInterruptible = true;
  }

  static synchronized void endCell() {
    requested = false;
    cellThread = null;
    Thread.interrupted(); // an interrupt that came too late must not hit the next cell
  }
}
