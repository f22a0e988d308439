package org.rsrkernel.kernel.shell;

/** What {@code System.exit} means in a cell: the cell ends, the kernel and its variables stay. */
public final class ExitCall {
  private ExitCall() {}

  /** Stands for {@code System.exit(status)}. */
  public static void exit(int status) {
    throw new ExitRequestedError(status);
  }

  /** Stands for {@code runtime.exit(status)} and {@code runtime.halt(status)}. */
  public static void exit(Runtime runtime, int status) {
    exit(status);
  }
}
