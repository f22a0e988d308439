package org.rsrkernel.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rsrkernel.student.decoder.DeviceTrial;
import org.rsrkernel.student.decoder.PhysicalCores;
import org.rsrkernel.student.decoder.TorchRuntime;
import org.rsrkernel.student.machine.GpuDiagnosis;
import org.rsrkernel.student.machine.NvidiaHardware;
import org.rsrkernel.student.machine.Problem;

/**
 * What the engine finds on this machine.
 *
 * @param engine version of libtorch, and of CUDA if it was built for it
 * @param threads that a student computes with on the CPU
 * @param processors that the JVM sees
 * @param devices by the names {@code --device} takes, each with what a small calculation on it gave
 * @param autoDtype what {@code --dtype auto} comes down to
 * @param problems of devices, each with its remedy
 */
public record EngineReport(
    String engine,
    int threads,
    int processors,
    List<String> devices,
    String autoDtype,
    List<Problem> problems) {

  public EngineReport {
    devices = List.copyOf(devices);
    problems = List.copyOf(problems);
  }

  /**
   * Loads the engine, if it is not loaded yet, looks around, and computes a little on each device.
   *
   * @throws StudentException if the native library cannot be loaded, with the remedy
   */
  public static EngineReport take() {
    List<String> devices = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int gpus = TorchRuntime.gpuCount();
    tryOut(Device.CPU, devices, problems);
    for (int gpu = 0; gpu < gpus; gpu++) {
      tryOut(Device.gpu(gpu), devices, problems);
    }
    Optional<String> cuda = TorchRuntime.cudaVersion();
    GpuDiagnosis.unseen(NvidiaHardware.look(), cuda.isPresent(), gpus).ifPresent(problems::add);
    Device auto = TorchRuntime.resolve(Device.AUTO);
    return new EngineReport(
        "libtorch %s for %s"
            .formatted(
                TorchRuntime.version(), cuda.map(version -> "CUDA " + version).orElse("the CPU")),
        PhysicalCores.count(),
        Runtime.getRuntime().availableProcessors(),
        devices,
        DtypeChoice.automatic(auto),
        problems);
  }

  private static void tryOut(Device device, List<String> devices, List<Problem> problems) {
    String name = device + TorchRuntime.memory(device).map(" (%s)"::formatted).orElse("");
    try {
      devices.add(
          "%s computes right, tried in %.0f ms".formatted(name, DeviceTrial.millis(device)));
    } catch (StudentException e) {
      devices.add(name + " fails");
      problems.add(GpuDiagnosis.failed(device.toString(), e.getMessage()));
    }
  }
}
