package org.rsrkernel.kernel.shell;

import java.lang.reflect.Field;
import java.util.concurrent.ThreadPoolExecutor;
import jdk.jshell.JShell;

/**
 * JShell's list of all classes of the JDK and the class path. JShell begins to read it, on a thread
 * of its own, when someone first looks at a snippet: beside the first cell, which takes twice as
 * long then. {@link org.rsrkernel.kernel.analysis.TypeIndex} knows the same, and when asked.
 */
final class JShellIndex {
  private JShellIndex() {}

  /**
   * Keeps every JShell of this process from reading it. Does nothing where the JVM was not started
   * with {@code --add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED}.
   */
  static void switchOff() {
    if (!JShell.class.getModule().isOpen("jdk.jshell", JShellIndex.class.getModule())) {
      return;
    }
    try {
      Field indexer =
          Class.forName("jdk.jshell.SourceCodeAnalysisImpl").getDeclaredField("INDEXER");
      indexer.setAccessible(true);
      if (indexer.get(null) instanceof ThreadPoolExecutor threads) {
        threads.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        threads.shutdown();
      }
    } catch (ReflectiveOperationException anotherJShell) {
      return; // it will read what nobody asks for
    }
  }
}
