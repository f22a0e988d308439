package org.rsrkernel.student.decoder;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.cuda.CudaUtils;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.StudentException;

/** libtorch inside this process: loading it, its devices, its threads. */
public final class TorchRuntime {

  private static final String ENGINE = "PyTorch";

  private TorchRuntime() {}

  /** GPUs that libtorch can use; 0 with a libtorch for the CPU. */
  public static int gpuCount() {
    return engine().getGpuCount();
  }

  /** libtorch's version. */
  public static String version() {
    return engine().getVersion();
  }

  /** CUDA's version, if the loaded libtorch was built for it, whether or not there is a GPU. */
  public static Optional<String> cudaVersion() {
    engine();
    if (!Files.exists(Path.of(LibUtils.getLibtorchPath(), System.mapLibraryName("torch_cuda")))) {
      return Optional.empty();
    }
    try {
      int version = CudaUtils.getCudaVersion(); // 12060 for 12.6
      return Optional.of("%d.%d".formatted(version / 1000, version / 10 % 100));
    } catch (IllegalStateException e) {
      return Optional.of("without its runtime, libcudart.so");
    }
  }

  /** A GPU's free and whole memory in words; nothing for the CPU. */
  public static Optional<String> memory(Device device) {
    if (!device.isGpu()) {
      return Optional.empty();
    }
    try {
      MemoryUsage usage = CudaUtils.getGpuMemory(ai.djl.Device.gpu(device.index()));
      long free = usage.getMax() - usage.getCommitted();
      return Optional.of("%.1f of %.1f GB free".formatted(free / 1e9, usage.getMax() / 1e9));
    } catch (EngineException e) {
      return Optional.empty(); // the trial that follows says why
    }
  }

  /** The device a choice comes down to on this machine. */
  public static Device resolve(Device choice) {
    int gpus = gpuCount();
    if (choice.kind() == Device.Kind.AUTO) {
      return gpus > 0 ? Device.gpu(0) : Device.CPU;
    }
    if (choice.isGpu() && choice.index() >= gpus) {
      throw new StudentException(
          "device %s: libtorch sees %d GPUs here; use --device cpu or auto"
              .formatted(choice, gpus));
    }
    return choice;
  }

  /** The devices that choices come down to; {@code AUTO} is every GPU, or the CPU. */
  public static List<Device> resolve(List<Device> choices) {
    int gpus = gpuCount();
    return choices.stream()
        .flatMap(
            choice ->
                choice.kind() == Device.Kind.AUTO && gpus > 0
                    ? IntStream.range(0, gpus).mapToObj(Device::gpu)
                    : Stream.of(resolve(choice)))
        .toList();
  }

  /** An owner of native memory on a device that {@link #resolve} returned. */
  static PtNDManager openManager(Device device) {
    ai.djl.Device djl = device.isGpu() ? ai.djl.Device.gpu(device.index()) : ai.djl.Device.cpu();
    engine();
    return (PtNDManager) NDManager.newBaseManager(djl, ENGINE);
  }

  /**
   * Readies the calling thread for passes. Both settings belong to a thread in libtorch; without
   * the second, first calls would be spent on profiling and compiling again for every new shape.
   */
  static void prepareThread(int threads) {
    JniUtils.setNumThreads(threads);
    JniUtils.setGraphExecutorOptimize(false);
  }

  private static Engine engine() {
    // DJL reports its use from Amazon's machines unless told not to
    System.setProperty("OPT_OUT_TRACKING", "true");
    LibtorchChoice.check(System.getenv());
    try {
      return Engine.getEngine(ENGINE);
    } catch (RuntimeException | LinkageError e) {
      throw new StudentException(
          "libtorch cannot be loaded (%s). It needs a 64-bit Linux, Windows or macOS that the"
                  .formatted(e.getMessage())
              + " native PyTorch library was built for, and write access to its cache folder"
              + " (DJL_CACHE_DIR).",
          e);
    }
  }
}
