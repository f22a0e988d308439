package org.rsrkernel.student.decoder;

import org.rsrkernel.student.decoder.RotaryEmbedding.Powers;

/** A base that grows with the sequence, once it is longer than the model was trained for. */
record DynamicScaling(double factor, int trainedLength) implements RotaryScaling {

  @Override
  public float[] frequencies(Powers powers, double theta, int size, int length) {
    double base = length <= trainedLength ? theta : grown(theta, size, length);
    return RotaryScaling.inverse(powers.of(base, size));
  }

  private float grown(double theta, int size, int length) {
    float stretch = (float) factor * length / trainedLength - (float) (factor - 1);
    return (float) theta * (float) Math.pow(stretch, size / (size - 2.0));
  }

  @Override
  public int sameUpTo() {
    return trainedLength;
  }
}
