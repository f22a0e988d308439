package org.rsrkernel.kernel.dependency;

/** Told how downloads go. Called from several threads. */
@FunctionalInterface
public interface DependencyProgress {

  /**
   * A file is on its way, or has arrived when {@code doneBytes} equals {@code totalBytes}.
   *
   * @param file its name in the repository, such as {@code commons-math3-3.6.1.jar}
   * @param totalBytes -1 while unknown
   */
  void downloading(String file, long doneBytes, long totalBytes);
}
