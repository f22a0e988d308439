package org.rsrkernel.student.decoder;

import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rsrkernel.student.Device;

/** Whether a device multiplies in bfloat16 itself, which makes it about twice as fast. */
public final class Bfloat16Support {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final List<String> INSTRUCTIONS = List.of("amx_bf16", "avx512_bf16", "bf16");
  private static final int FIRST_GPU_GENERATION = 80; // Ampere's compute capability, 8.0

  private Bfloat16Support() {}

  /** What makes the device fast at it, in its maker's word; empty if nothing does. */
  public static Optional<String> of(Device device) {
    return device.isGpu() ? ofGpu(device.index()) : ofProcessor();
  }

  /** As the Linux kernel lists it, x86-64 under {@code flags}, arm64 under {@code Features}. */
  static Optional<String> inProcessorList(String list) {
    Set<String> words = new HashSet<>(Arrays.asList(list.split("\\s+")));
    return INSTRUCTIONS.stream().filter(words::contains).findFirst();
  }

  private static Optional<String> ofProcessor() {
    try {
      return Files.isReadable(PROCESSORS)
          ? inProcessorList(Files.readString(PROCESSORS))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // the system does not tell
    }
  }

  private static Optional<String> ofGpu(int index) {
    String capability = CudaUtils.getComputeCapability(index); // "90" for 9.0
    return Integer.parseInt(capability) >= FIRST_GPU_GENERATION
        ? Optional.of("compute capability " + Integer.parseInt(capability) / 10.0)
        : Optional.empty();
  }
}
