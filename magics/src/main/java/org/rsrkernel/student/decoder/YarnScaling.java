package org.rsrkernel.student.decoder;

import org.rsrkernel.student.decoder.RotaryEmbedding.Powers;

/**
 * YaRN: pairs that turn often keep their frequency, pairs that turn rarely are stretched, a ramp
 * between.
 *
 * @param fastTurns turns within the trained length from which on a pair keeps its frequency
 * @param slowTurns turns up to which a pair is stretched in full
 * @param wholePairs whether the ramp begins and ends at whole pairs
 * @see <a href="https://arxiv.org/abs/2309.00071">Peng et al. 2023</a>
 */
record YarnScaling(
    double factor,
    int trainedLength,
    double fastTurns,
    double slowTurns,
    boolean wholePairs,
    double magnitude)
    implements RotaryScaling {

  static YarnScaling of(ModelConfig rope, int contextLength, int trainedLength) {
    double factor = rope.number("factor", (double) contextLength / trainedLength);
    return new YarnScaling(
        factor,
        trainedLength,
        rope.number("beta_fast", 32),
        rope.number("beta_slow", 1),
        rope.flag("truncate", true),
        rope.number("attention_factor", magnitude(rope, factor)));
  }

  private static double magnitude(ModelConfig rope, double factor) {
    double scale = rope.number("mscale", 0);
    double scaleOfAll = rope.number("mscale_all_dim", 0);
    return scale != 0 && scaleOfAll != 0
        ? magnitude(factor, scale) / magnitude(factor, scaleOfAll)
        : magnitude(factor, 1);
  }

  private static double magnitude(double factor, double scale) {
    return factor <= 1 ? 1 : 0.1 * scale * Math.log(factor) + 1;
  }

  @Override
  public float[] frequencies(Powers powers, double theta, int size, int length) {
    double first = pairThatTurns(fastTurns, theta, size);
    double last = pairThatTurns(slowTurns, theta, size);
    if (wholePairs) {
      first = Math.floor(first);
      last = Math.ceil(last);
    }
    first = Math.max(first, 0);
    last = Math.min(last, size - 1);
    if (first == last) {
      last += 0.001; // the reference's own guard against dividing by 0
    }
    float[] frequencies = powers.of(theta, size);
    for (int i = 0; i < frequencies.length; i++) {
      float ramp = (i - (float) first) / (float) (last - first);
      float kept = 1 - Math.min(Math.max(ramp, 0), 1);
      float stretched = 1 / ((float) factor * frequencies[i]);
      frequencies[i] = stretched * (1 - kept) + 1 / frequencies[i] * kept;
    }
    return frequencies;
  }

  /** The pair, counted from 0, that turns so many times within the trained length. */
  private double pairThatTurns(double turns, double theta, int size) {
    return size * Math.log(trainedLength / (turns * 2 * Math.PI)) / (2 * Math.log(theta));
  }
}
