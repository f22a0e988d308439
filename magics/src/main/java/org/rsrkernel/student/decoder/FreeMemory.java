package org.rsrkernel.student.decoder;

import ai.djl.engine.EngineException;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rsrkernel.student.Device;

/** Memory that a device has left. */
public final class FreeMemory {

  private static final Path LINUX = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");

  private FreeMemory() {}

  /**
   * Bytes that a pass could take now. On Linux those of the page cache count as free.
   *
   * @param device one that {@link TorchRuntime#resolve} returned
   */
  public static long of(Device device) {
    return device.isGpu() ? ofGpu(device.index()) : ofMachine();
  }

  private static long ofGpu(int index) {
    try {
      MemoryUsage usage = CudaUtils.getGpuMemory(ai.djl.Device.gpu(index));
      return usage.getMax() - usage.getCommitted();
    } catch (EngineException e) {
      return Long.MAX_VALUE; // unknown; a pass that does not fit is halved
    }
  }

  private static long ofMachine() {
    try {
      Matcher available = AVAILABLE.matcher(Files.readString(LINUX));
      if (available.find()) {
        return Long.parseLong(available.group(1)) << 10;
      }
    } catch (IOException e) {
      // another system than Linux
    }
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getFreeMemorySize();
  }
}
