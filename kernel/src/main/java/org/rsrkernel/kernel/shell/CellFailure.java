package org.rsrkernel.kernel.shell;

import org.rsrkernel.kernel.diagnostics.CellError;

/** A cell ended early: it did not compile, it threw, or it was interrupted. */
public final class CellFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient CellError error;

  public CellFailure(CellError error, Throwable cause) {
    super(error.name() + ": " + error.value(), cause);
    this.error = error;
  }

  /** A failure that is one sentence, without a place in the cell. */
  public static CellFailure of(String name, String message, Throwable cause) {
    return new CellFailure(
        new CellError(name, message, java.util.List.of(name + ": " + message)), cause);
  }

  /** What the notebook shows. */
  public CellError error() {
    return error;
  }
}
