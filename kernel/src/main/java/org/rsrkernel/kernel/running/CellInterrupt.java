package org.rsrkernel.kernel.running;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The interrupt of the running cells. Code compiled from cells calls {@link #check} at every method
 * entry and backward jump, so a loop ends although it never looks at the thread's interrupt flag.
 *
 * <p>Thread-safe. An interrupt reaches a cell's own threads and fork-join workers; threads that
 * earlier cells left running go on. A cell's thread is interrupted only while it runs code of the
 * cell: an interrupt in the middle of compiling would close the jars that the compiler reads.
 */
public final class CellInterrupt {
  private static volatile boolean anyRequested;
  private static final Map<RunningCell, CellThread> THREADS = new HashMap<>();

  private static final class CellThread {
    private final Thread thread = Thread.currentThread();
    private boolean interruptible = true;
  }

  private CellInterrupt() {}

  /** Called by the code of cells; throws if their cell was interrupted. */
  public static void check() {
    if (anyRequested && requested()) {
      throw new CellInterruptedError();
    }
  }

  /** Whether the cell that the calling thread works for was asked to stop. */
  public static boolean requested() {
    return anyRequested && RunningCell.current().filter(RunningCell::isToStop).isPresent();
  }

  /**
   * Asks the running cells to stop, and wakes their threads if they sleep or wait.
   *
   * @return those cells: usually one, more with subshells
   */
  public static synchronized Set<RunningCell> request() {
    THREADS.forEach(
        (cell, thread) -> {
          cell.setToStop(true);
          anyRequested = true;
          if (thread.interruptible) {
            thread.thread.interrupt();
          }
        });
    return Set.copyOf(THREADS.keySet());
  }

  /**
   * Says whether the calling thread may be interrupted from here on; ignored on threads that are no
   * running cell's.
   *
   * @return what it was before, to be restored
   */
  public static synchronized boolean allow(boolean interruptible) {
    for (Map.Entry<RunningCell, CellThread> running : THREADS.entrySet()) {
      if (running.getValue().thread == Thread.currentThread()) {
        return allow(running.getKey(), running.getValue(), interruptible);
      }
    }
    return interruptible;
  }

  private static boolean allow(RunningCell cell, CellThread thread, boolean interruptible) {
    boolean before = thread.interruptible;
    thread.interruptible = interruptible;
    if (!interruptible) {
      Thread.interrupted();
    } else if (cell.isToStop()) {
      thread.thread.interrupt();
    }
    return before;
  }

  /** Where a running cell's thread is; empty if it has ended. */
  static synchronized List<StackTraceElement> whereabouts(RunningCell cell) {
    CellThread found = THREADS.get(cell);
    return found == null ? List.of() : List.of(found.thread.getStackTrace());
  }

  static synchronized void beginCell(RunningCell cell) {
    THREADS.put(cell, new CellThread());
  }

  static synchronized void endCell(RunningCell cell) {
    THREADS.remove(cell);
    cell.setToStop(false); // threads that it leaves running go on
    anyRequested = THREADS.keySet().stream().anyMatch(RunningCell::isToStop);
    Thread.interrupted(); // an interrupt that came too late must not hit the next cell
  }
}
