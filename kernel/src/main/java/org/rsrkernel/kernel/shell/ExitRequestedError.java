package org.rsrkernel.kernel.shell;

/** Ends a cell that called {@code System.exit}. */
public final class ExitRequestedError extends Error {
  private static final long serialVersionUID = 1L;

  ExitRequestedError(int status) {
    super(
        "the cell called System.exit("
            + status
            + "): the cell ends here, the kernel goes on. To end the kernel, use the Kernel menu");
  }
}
