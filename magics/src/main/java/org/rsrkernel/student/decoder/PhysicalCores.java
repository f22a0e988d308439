package org.rsrkernel.student.decoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Cores of this machine; two hardware threads of a core count once where the system tells. */
public final class PhysicalCores {

  private static final Path CPUS = Path.of("/sys/devices/system/cpu");

  private PhysicalCores() {}

  /** At least 1, and no more than this process may use. */
  public static int count() {
    int available = Runtime.getRuntime().availableProcessors();
    Set<String> cores = new HashSet<>();
    for (int cpu = 0; Files.isDirectory(CPUS.resolve("cpu" + cpu)); cpu++) {
      try {
        cores.add(
            Files.readString(
                CPUS.resolve("cpu" + cpu).resolve("topology").resolve("thread_siblings_list")));
      } catch (IOException e) {
        return available; // the system does not tell
      }
    }
    return cores.isEmpty() ? available : Math.min(available, cores.size());
  }
}
