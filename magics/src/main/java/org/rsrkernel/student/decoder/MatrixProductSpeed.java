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

  private static final int SIZE = 1536;
  private static final int TIMES = 2; // in one call
  private static final int ATTEMPTS = 8;

  private MatrixProductSpeed() {}

  /**
   * Measures for about a second.
   *
   * @param device one that {@link TorchRuntime#resolve} returned
   * @return floating-point operations a second, the best of several attempts
   */
  public static double measure(ComputeType type, Device device, int threads) {
    TorchRuntime.prepareThread(threads);
    byte[] archive = CodeArchive.of("Product", Map.of("training", false));
    try (PtNDManager manager = TorchRuntime.openManager(device);
        PtSymbolBlock program =
            JniUtils.loadModule(manager, new ByteArrayInputStream(archive), false, false)) {
      PtNDArray a = operand(program, manager, type);
      PtNDArray b = operand(program, manager, type);
      PtNDArray out = operand(program, manager, type);
      double best = 0;
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        best = Math.max(best, speed(program, manager, a, b, out));
      }
      return best;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double speed(
      PtSymbolBlock program, PtNDManager manager, PtNDArray a, PtNDArray b, PtNDArray out) {
    long started = System.nanoTime();
    try (PtNDArray value =
        new TorchCall(program, "multiply").with(a).with(b).with(out).with(TIMES).tensor(manager)) {
      value.toFloatArray(); // waits until a GPU is done
    }
    return 2.0 * SIZE * SIZE * SIZE * TIMES / ((System.nanoTime() - started) / 1e9);
  }

  private static PtNDArray operand(PtSymbolBlock program, PtNDManager manager, ComputeType type) {
    try (PtNDArray place = (PtNDArray) manager.create(0f)) {
      return new TorchCall(program, "operand")
          .with(SIZE)
          .with(SIZE)
          .with(TorchTypes.of(type))
          .with(place)
          .tensor(manager);
    }
  }
}
