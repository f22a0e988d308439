package org.rsrkernel.student.decoder;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.rsrkernel.student.ComputeType;
import org.rsrkernel.student.Device;

/** How fast this machine multiplies large matrices: what no pass of a student can exceed. */
public final class MatrixProductSpeed {

  private static final int ATTEMPTS = 8;

  /** Large enough for the device to be busy with products alone. */
  private record Work(int size, int times) {

    static Work of(Device device) {
      return device.isGpu() ? new Work(8192, 32) : new Work(1536, 2);
    }

    double operations() {
      return 2.0 * size * size * size * times;
    }
  }

  private MatrixProductSpeed() {}

  /**
   * Measures for about a second.
   *
   * @param device one that {@link TorchRuntime#resolve} returned
   * @return floating-point operations a second, the best of several attempts
   */
  public static double measure(ComputeType type, Device device, int threads) {
    TorchRuntime.prepareThread(threads);
    Work work = Work.of(device);
    byte[] archive = CodeArchive.of("Product", Map.of("training", false));
    try (PtNDManager manager = TorchRuntime.openManager(device);
        PtSymbolBlock program =
            JniUtils.loadModule(manager, new ByteArrayInputStream(archive), false, false)) {
      PtNDArray a = operand(program, manager, work, type);
      PtNDArray b = operand(program, manager, work, type);
      PtNDArray out = operand(program, manager, work, type);
      double best = 0;
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        best = Math.max(best, speed(program, manager, work, a, b, out));
      }
      return best;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double speed(
      PtSymbolBlock program,
      PtNDManager manager,
      Work work,
      PtNDArray a,
      PtNDArray b,
      PtNDArray out) {
    long started = System.nanoTime();
    try (PtNDArray value =
        new TorchCall(program, "multiply")
            .with(a)
            .with(b)
            .with(out)
            .with(work.times())
            .tensor(manager)) {
      value.toFloatArray(); // waits until a GPU is done
    }
    return work.operations() / ((System.nanoTime() - started) / 1e9);
  }

  private static PtNDArray operand(
      PtSymbolBlock program, PtNDManager manager, Work work, ComputeType type) {
    try (PtNDArray place = (PtNDArray) manager.create(0f)) {
      return new TorchCall(program, "operand")
          .with(work.size())
          .with(work.size())
          .with(TorchTypes.of(type))
          .with(place)
          .tensor(manager);
    }
  }
}
