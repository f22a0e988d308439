package org.rsrkernel.kernel.extension;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The extensions that are installed. One that cannot be loaded or installed is reported and left
 * out; the kernel goes on without it. Belongs to the thread that runs cells.
 */
public final class Extensions {
  private final NotebookKernel kernel;
  private final Consumer<KernelExtension> onInstalled;
  private final List<KernelExtension> installed = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /**
   * @param onInstalled told of each extension after its {@code install}
   */
  public Extensions(NotebookKernel kernel, Consumer<KernelExtension> onInstalled) {
    this.kernel = kernel;
    this.onInstalled = onInstalled;
  }

  /** Installs what the class loader finds and was not found before. */
  public void installNew(ClassLoader loader) {
    Iterator<KernelExtension> found = ServiceLoader.load(KernelExtension.class, loader).iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return;
        }
        install(found.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        System.err.println("An extension cannot be loaded: " + e.getMessage());
      }
    }
  }

  private void install(KernelExtension extension) {
    String name = extension.getClass().getName();
    if (!seen.add(name)) {
      return;
    }
    try {
      extension.install(kernel);
      installed.add(extension);
      onInstalled.accept(extension);
    } catch (RuntimeException | LinkageError e) {
      System.err.println("The extension " + name + " cannot be installed: " + e);
    }
  }

  /** Uninstalls all, the last one first. */
  public void uninstallAll() {
    for (int i = installed.size() - 1; i >= 0; i--) {
      try {
        installed.get(i).uninstall(kernel);
      } catch (RuntimeException | LinkageError e) {
        System.err.println(
            "The extension " + installed.get(i).getClass().getName() + " did not end well: " + e);
      }
    }
    installed.clear();
  }
}
