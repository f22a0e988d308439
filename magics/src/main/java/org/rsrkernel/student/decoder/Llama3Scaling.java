package org.rsrkernel.student.decoder;

import org.rsrkernel.student.decoder.RotaryEmbedding.Powers;

/**
 * Llama 3.1's scaling: long waves are stretched by {@code factor}, short ones stay, those between
 * are blended.
 *
 * @param lowFactor waves longer than {@code trainedLength / lowFactor} are stretched
 * @param highFactor waves shorter than {@code trainedLength / highFactor} stay
 */
record Llama3Scaling(double factor, double lowFactor, double highFactor, int trainedLength)
    implements RotaryScaling {

  static Llama3Scaling of(ModelConfig rope, int trainedLength) {
    return new Llama3Scaling(
        rope.number("factor"),
        rope.number("low_freq_factor"),
        rope.number("high_freq_factor"),
        trainedLength);
  }

  @Override
  public float[] frequencies(Powers powers, double theta, int size, int length) {
    float[] frequencies = RotaryScaling.inverse(powers.of(theta, size));
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] = scaled(frequencies[i]);
    }
    return frequencies;
  }

  private float scaled(float frequency) {
    float wavelength = (float) (2 * Math.PI) / frequency;
    if (wavelength > (float) (trainedLength / lowFactor)) {
      return frequency / (float) factor;
    }
    if (wavelength < (float) (trainedLength / highFactor)) {
      return frequency;
    }
    float blend =
        (trainedLength / wavelength - (float) lowFactor) / (float) (highFactor - lowFactor);
    return (1 - blend) * frequency / (float) factor + blend * frequency;
  }
}
