package org.rsrkernel.student.gguf;

import org.rsrkernel.student.weights.Float16;
import org.rsrkernel.student.weights.TensorDecoder;

/**
 * The quantised types of 32 values a block, one scale each. Products and sums are rounded to
 * float32 one by one, in the order of gguf-py's {@code quants.py}, so that results are equal to the
 * bit.
 */
enum LegacyBlocks implements TensorDecoder {
  /** Scale, 16 bytes of nibbles; a value is {@code d * (q - 8)}. */
  Q4_0(18) {
    @Override
    void block(byte[] stored, int at, float[] values, int to) {
      float d = Float16.at(stored, at);
      for (int i = 0; i < HALF; i++) {
        int q = stored[at + 2 + i];
        values[to + i] = d * ((q & 0xf) - 8);
        values[to + HALF + i] = d * ((q >> 4 & 0xf) - 8);
      }
    }
  },

  /** Scale, minimum, 16 bytes of nibbles; a value is {@code d * q + m}. */
  Q4_1(20) {
    @Override
    void block(byte[] stored, int at, float[] values, int to) {
      float d = Float16.at(stored, at);
      float m = Float16.at(stored, at + 2);
      for (int i = 0; i < HALF; i++) {
        int q = stored[at + 4 + i];
        values[to + i] = d * (q & 0xf) + m;
        values[to + HALF + i] = d * (q >> 4 & 0xf) + m;
      }
    }
  },

  /** Scale, 32 fifth bits, 16 bytes of nibbles; a value is {@code d * (q - 16)}. */
  Q5_0(22) {
    @Override
    void block(byte[] stored, int at, float[] values, int to) {
      float d = Float16.at(stored, at);
      int high = LittleEndian.intAt(stored, at + 2);
      for (int i = 0; i < HALF; i++) {
        int q = stored[at + 6 + i];
        values[to + i] = d * ((q & 0xf | (high >>> i & 1) << 4) - 16);
        values[to + HALF + i] = d * ((q >> 4 & 0xf | (high >>> HALF + i & 1) << 4) - 16);
      }
    }
  },

  /** Scale, minimum, 32 fifth bits, 16 bytes of nibbles; a value is {@code d * q + m}. */
  Q5_1(24) {
    @Override
    void block(byte[] stored, int at, float[] values, int to) {
      float d = Float16.at(stored, at);
      float m = Float16.at(stored, at + 2);
      int high = LittleEndian.intAt(stored, at + 4);
      for (int i = 0; i < HALF; i++) {
        int q = stored[at + 8 + i];
        values[to + i] = d * (q & 0xf | (high >>> i & 1) << 4) + m;
        values[to + HALF + i] = d * (q >> 4 & 0xf | (high >>> HALF + i & 1) << 4) + m;
      }
    }
  },

  /** Scale, 32 signed bytes; a value is {@code q * d}. */
  Q8_0(34) {
    @Override
    void block(byte[] stored, int at, float[] values, int to) {
      float d = Float16.at(stored, at);
      for (int i = 0; i < VALUES; i++) {
        values[to + i] = stored[at + 2 + i] * d;
      }
    }
  };

  private static final int VALUES = 32;
  private static final int HALF = 16;

  private final int bytes;

  LegacyBlocks(int bytes) {
    this.bytes = bytes;
  }

  abstract void block(byte[] stored, int at, float[] values, int to);

  @Override
  public int blockValues() {
    return VALUES;
  }

  @Override
  public int blockBytes() {
    return bytes;
  }

  @Override
  public void decode(byte[] stored, int blocks, float[] values) {
    for (int b = 0; b < blocks; b++) {
      block(stored, b * bytes, values, b * VALUES);
    }
  }
}
