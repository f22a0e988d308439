package org.rsrkernel.student.weights;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The plain floating-point types, little-endian. Every value is exact in float32. */
public enum FloatDecoder implements TensorDecoder {
  FLOAT32(Float.BYTES) {
    @Override
    public void decode(byte[] stored, int blocks, float[] values) {
      for (int i = 0; i < blocks; i++) {
        values[i] = Float.intBitsToFloat((int) INT.get(stored, i * Float.BYTES));
      }
    }
  },

  FLOAT16(Short.BYTES) {
    @Override
    public void decode(byte[] stored, int blocks, float[] values) {
      for (int i = 0; i < blocks; i++) {
        values[i] = Float16.at(stored, i * Short.BYTES);
      }
    }
  },

  BFLOAT16(Short.BYTES) {
    @Override
    public void decode(byte[] stored, int blocks, float[] values) {
      for (int i = 0; i < blocks; i++) {
        values[i] = Float.intBitsToFloat((short) SHORT.get(stored, i * Short.BYTES) << 16);
      }
    }
  };

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private final int bytes;

  FloatDecoder(int bytes) {
    this.bytes = bytes;
  }

  @Override
  public int blockValues() {
    return 1;
  }

  @Override
  public int blockBytes() {
    return bytes;
  }
}
