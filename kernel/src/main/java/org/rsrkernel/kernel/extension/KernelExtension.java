package org.rsrkernel.kernel.extension;

import java.util.List;

/**
 * Adds magics, renderers or variables to a running kernel.
 *
 * <p>Implementations have a public no-argument constructor and are named in {@code
 * META-INF/services/org.rsrkernel.kernel.extension.KernelExtension}. Both methods are called on the
 * thread that runs cells, so they may not block.
 */
public interface KernelExtension {

  /** Called once, when the kernel starts or when the jar that holds this extension is added. */
  void install(NotebookKernel kernel);

  /**
   * Import declarations that cells shall have, such as {@code "import tech.tablesaw.api.*;"}. Asked
   * for once, after {@link #install}.
   */
  default List<String> imports() {
    return List.of();
  }

  /** Called once, when the kernel shuts down in good order: close files, stop threads. */
  default void uninstall(NotebookKernel kernel) {}
}
