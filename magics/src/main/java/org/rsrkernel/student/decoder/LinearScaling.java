package org.rsrkernel.student.decoder;

import org.rsrkernel.student.decoder.RotaryEmbedding.Powers;

/** All frequencies divided by one factor. */
record LinearScaling(double factor) implements RotaryScaling {

  @Override
  public float[] frequencies(Powers powers, double theta, int size, int length) {
    float[] frequencies = RotaryScaling.inverse(powers.of(theta, size));
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] /= (float) factor;
    }
    return frequencies;
  }
}
