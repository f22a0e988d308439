package org.rsrkernel.kernel.magic;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Optional;

/** {@code %jvm}: the Java a notebook runs on. */
final class JvmMagic {
  private JvmMagic() {}

  static String report() {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
    return String.join(
        "\n",
        "Java      " + Runtime.version() + ", " + System.getProperty("java.vm.name"),
        "Home      " + System.getProperty("java.home"),
        "Heap      " + megabytes(heap.getUsed()) + " of at most " + megabytes(heap.getMax()),
        "Cores     " + Runtime.getRuntime().availableProcessors(),
        "Process   " + ProcessHandle.current().pid(),
        "Options   " + String.join(" ", options),
        "Yours     "
            + Optional.ofNullable(System.getenv("RSR_JAVA_OPTS"))
                .orElse("none; set RSR_JAVA_OPTS (for instance to -Xmx8g) and restart the kernel"));
  }

  private static String megabytes(long bytes) {
    return (bytes >> 20) + " MB";
  }
}
