package org.rsrkernel.student.decoder;

/**
 * Rotary position embedding: pairs of a head's values turn by position times frequency.
 *
 * @param size how many of a head's values turn, even
 * @param theta base of the frequencies
 */
record RotaryEmbedding(int size, double theta, RotaryScaling scaling) {

  /**
   * Frequencies of a plain embedding in float32, shape [size / 2], computed as the reference does.
   */
  @FunctionalInterface
  interface PlainFrequencies {
    float[] of(double theta, int size);
  }

  /** Frequencies for a sequence of {@code length} tokens, shape [size / 2]. */
  float[] frequencies(PlainFrequencies plain, int length) {
    return scaling.frequencies(plain, theta, size, length);
  }

  /** Factor on cosines and sines. */
  double magnitude() {
    return scaling.magnitude();
  }
}
