package org.rsrkernel.student.decoder;

import org.rsrkernel.student.decoder.RotaryEmbedding.Powers;

/**
 * How a rotary embedding is stretched beyond the length it was trained for. All of them compute in
 * float32 and in transformers' order ({@code modeling_rope_utils.py}), since far positions multiply
 * every rounding.
 */
interface RotaryScaling {

  /** No stretching. */
  RotaryScaling NONE = (powers, theta, size, length) -> inverse(powers.of(theta, size));

  /** Frequencies for a sequence of {@code length} tokens, shape [size / 2]. */
  float[] frequencies(Powers powers, double theta, int size, int length);

  /** Factor on cosines and sines. */
  default double magnitude() {
    return 1;
  }

  /** Length up to which all sequences turn alike; longer ones turn by their own length. */
  default int sameUpTo() {
    return Integer.MAX_VALUE;
  }

  /** Inverts in place. */
  static float[] inverse(float[] powers) {
    for (int i = 0; i < powers.length; i++) {
      powers[i] = 1 / powers[i];
    }
    return powers;
  }
}
