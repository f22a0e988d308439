package org.rsrkernel.student.decoder;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.StudentException;

/**
 * A small calculation with a known result, which proves that a device computes: a product of two
 * matrices of small whole numbers, exact in every floating-point format that a device may use.
 */
public final class DeviceTrial {

  private static final int SIZE = 128;

  private DeviceTrial() {}

  /**
   * Computes on a device and compares.
   *
   * @return milliseconds that it took, the device's start included
   * @throws StudentException with the engine's message if it fails, or if the result is wrong
   */
  public static double millis(Device device) {
    long start = System.nanoTime();
    try (PtNDManager manager = TorchRuntime.openManager(device)) {
      NDArray left = manager.create(matrix(2, 7), new Shape(SIZE, SIZE));
      NDArray right = manager.create(matrix(3, 5), new Shape(SIZE, SIZE));
      float[] product = left.matMul(right).toFloatArray();
      double millis = (System.nanoTime() - start) / 1e6;
      for (int cell = 0; cell < product.length; cell++) {
        long expected = expected(cell / SIZE, cell % SIZE);
        if (product[cell] != expected) {
          throw new StudentException(
              "a product came out as %s instead of %d".formatted(product[cell], expected));
        }
      }
      return millis;
    } catch (EngineException e) {
      throw new StudentException(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    }
  }

  /** Shape [SIZE, SIZE] by rows: {@code (row + factor * column) mod modulus}. */
  private static float[] matrix(int factor, int modulus) {
    float[] cells = new float[SIZE * SIZE];
    for (int cell = 0; cell < cells.length; cell++) {
      cells[cell] = entry(cell / SIZE, cell % SIZE, factor, modulus);
    }
    return cells;
  }

  private static int entry(int row, int column, int factor, int modulus) {
    return (row + factor * column) % modulus;
  }

  private static long expected(int row, int column) {
    long sum = 0;
    for (int inner = 0; inner < SIZE; inner++) {
      sum += (long) entry(row, inner, 2, 7) * entry(inner, column, 3, 5);
    }
    return sum;
  }
}
