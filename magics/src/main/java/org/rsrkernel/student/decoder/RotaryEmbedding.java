package org.rsrkernel.student.decoder;

/**
 * Rotary position embedding: pairs of a head's values turn by position times frequency.
 *
 * @param size how many of a head's values turn, even; 0 for none
 * @param theta base of the frequencies
 */
record RotaryEmbedding(int size, double theta, RotaryScaling scaling) {

  /** For models that learned their positions. */
  static final RotaryEmbedding NONE = new RotaryEmbedding(0, 1, RotaryScaling.NONE);

  /**
   * Powers of a base, {@code theta ** (2i / size)}, shape [size / 2]: the inverses of plain
   * frequencies. In float32 as the reference computes them, which is why the program does it.
   */
  @FunctionalInterface
  interface Powers {
    float[] of(double theta, int size);
  }

  /** Frequencies for a sequence of {@code length} tokens, shape [size / 2]. */
  float[] frequencies(Powers powers, int length) {
    return scaling.frequencies(powers, theta, size, length);
  }

  /** Factor on cosines and sines. */
  double magnitude() {
    return scaling.magnitude();
  }
}
