package org.rsrkernel.kernel.running;

/**
 * Ends an interrupted cell from inside its code. An error, so that {@code catch (Exception e)} in a
 * cell does not swallow it.
 */
public final class CellInterruptedError extends Error {
  private static final long serialVersionUID = 1L;

  CellInterruptedError() {
    super("the cell was interrupted");
  }
}
