package org.rsrkernel.student.decoder;

import org.rsrkernel.student.decoder.RotaryEmbedding.PlainFrequencies;

/** How a rotary embedding is stretched beyond the length it was trained for. */
interface RotaryScaling {

  /** No stretching. */
  RotaryScaling NONE = (plain, theta, size, length) -> plain.of(theta, size);

  /** Frequencies for a sequence of {@code length} tokens, shape [size / 2]. */
  float[] frequencies(PlainFrequencies plain, double theta, int size, int length);

  /** Factor on cosines and sines. */
  default double magnitude() {
    return 1;
  }

  /**
   * The length up to which all sequences are treated alike; beyond it frequencies depend on the
   * sequence's own length.
   */
  default int sameUpTo() {
    return Integer.MAX_VALUE;
  }
}
