package org.rsrkernel.kernel.running;

/**
 * The interrupt of the running cell. Code compiled from cells calls {@link #check} at every method
 * entry and backward jump, so a loop ends although it never looks at the thread's interrupt flag.
 *
 * <p>Thread-safe. An interrupt reaches the cell's own threads and fork-join workers; threads that
 * earlier cells left running go on.
 */
public final class CellInterrupt {
  private static volatile boolean requested;

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

  /** Asks the running cell to stop, and wakes {@code cellThread} if it sleeps or waits. */
  public static void request(Thread cellThread) {
    requested = true;
    cellThread.interrupt();
  }

  static void clear() {
    requested = false;
  }
}
