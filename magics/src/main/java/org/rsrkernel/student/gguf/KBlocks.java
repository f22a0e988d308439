package org.rsrkernel.student.gguf;

import org.rsrkernel.student.weights.Float16;
import org.rsrkernel.student.weights.TensorDecoder;

/**
 * The "K" types: 256 values a block, in groups whose scales are themselves quantised. Rounded to
 * float32 step by step as in gguf-py's {@code quants.py}, so that results are equal to the bit.
 */
enum KBlocks implements TensorDecoder {
  /** d, dmin, 12 bytes of six-bit scales and minimums, 128 bytes of nibbles. */
  Q4_K(144) {
    @Override
    void block(byte[] stored, int at, float[] values, int to) {
      for (int group = 0; group < GROUPS; group++) {
        float d = groupScale(stored, at, group);
        float m = groupMinimum(stored, at, group);
        int quants = at + 16 + group / 2 * GROUP;
        int shift = group % 2 * 4;
        for (int i = 0; i < GROUP; i++) {
          int q = stored[quants + i] >> shift & 0xf;
          values[to + group * GROUP + i] = d * q - m;
        }
      }
    }
  },

  /** d, dmin, 12 bytes of scales and minimums, 32 bytes of fifth bits, 128 bytes of nibbles. */
  Q5_K(176) {
    @Override
    void block(byte[] stored, int at, float[] values, int to) {
      for (int group = 0; group < GROUPS; group++) {
        float d = groupScale(stored, at, group);
        float m = groupMinimum(stored, at, group);
        int quants = at + 48 + group / 2 * GROUP;
        int shift = group % 2 * 4;
        for (int i = 0; i < GROUP; i++) {
          int high = stored[at + 16 + i] >> group & 1;
          int q = stored[quants + i] >> shift & 0xf | high << 4;
          values[to + group * GROUP + i] = d * q - m;
        }
      }
    }
  },

  /** 128 bytes of low nibbles, 64 of high bit pairs, 16 signed scales (one for 16 values), d. */
  Q6_K(210) {
    @Override
    void block(byte[] stored, int at, float[] values, int to) {
      float d = Float16.at(stored, at + 208);
      for (int group = 0; group < GROUPS; group++) {
        int low = at + group / 4 * 64 + group % 2 * GROUP;
        int lowShift = group / 2 % 2 * 4;
        int high = at + 128 + group / 4 * GROUP;
        int highShift = group % 4 * 2;
        for (int i = 0; i < GROUP; i++) {
          float scale = d * stored[at + 192 + group * 2 + i / 16];
          int q = stored[low + i] >> lowShift & 0xf | (stored[high + i] >> highShift & 3) << 4;
          values[to + group * GROUP + i] = scale * (q - 32);
        }
      }
    }
  };

  private static final int VALUES = 256;
  private static final int GROUP = 32;
  private static final int GROUPS = VALUES / GROUP;
  private static final int SCALES = 4; // where the twelve bytes of scales and minimums begin

  private final int bytes;

  KBlocks(int bytes) {
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

  /** Of groups 0 to 3 six whole bits; of 4 to 7 a low nibble, its top bits lying with 0 to 3. */
  private static float groupScale(byte[] stored, int at, int group) {
    int scales = at + SCALES;
    int scale =
        group < 4
            ? stored[scales + group] & 0x3f
            : stored[scales + group + 4] & 0xf | stored[scales + group - 4] >> 2 & 0x30;
    return Float16.at(stored, at) * scale;
  }

  private static float groupMinimum(byte[] stored, int at, int group) {
    int scales = at + SCALES;
    int minimum =
        group < 4
            ? stored[scales + group + 4] & 0x3f
            : stored[scales + group + 4] >> 4 & 0xf | stored[scales + group] >> 2 & 0x30;
    return Float16.at(stored, at + 2) * minimum;
  }
}
