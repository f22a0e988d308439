package org.rsrkernel.student;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.student.decoder.PhysicalCores;
import org.rsrkernel.student.decoder.TorchRuntime;

/**
 * What the engine finds on this machine.
 *
 * @param engine name and version of the native library
 * @param threads that a student computes with on the CPU
 * @param processors that the JVM sees
 * @param devices by the names {@code --device} takes
 * @param autoDtype what {@code --dtype auto} comes down to
 */
public record EngineReport(
    String engine, int threads, int processors, List<String> devices, String autoDtype) {

  /**
   * Loads the engine, if it is not loaded yet, and looks around.
   *
   * @throws StudentException if the native library cannot be loaded, with the remedy
   */
  public static EngineReport take() {
    List<String> devices = new ArrayList<>(List.of(Device.CPU.toString()));
    for (int gpu = 0; gpu < TorchRuntime.gpuCount(); gpu++) {
      devices.add(Device.gpu(gpu).toString());
    }
    Device auto = TorchRuntime.resolve(Device.AUTO);
    return new EngineReport(
        "libtorch " + TorchRuntime.version(),
        PhysicalCores.count(),
        Runtime.getRuntime().availableProcessors(),
        devices,
        Dtype.AUTO.on(auto).label() + " on " + auto);
  }
}
