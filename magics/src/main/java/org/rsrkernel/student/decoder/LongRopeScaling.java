package org.rsrkernel.student.decoder;

import java.util.List;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.decoder.RotaryEmbedding.Powers;

/**
 * LongRoPE: one divisor for each pair, from one list for short sequences and another for long ones.
 *
 * @param trainedLength the longest short sequence
 */
record LongRopeScaling(
    List<Double> shortFactors, List<Double> longFactors, int trainedLength, double magnitude)
    implements RotaryScaling {

  static LongRopeScaling of(ModelConfig rope, int size, int contextLength, int trainedLength) {
    double factor = rope.number("factor", (double) contextLength / trainedLength);
    double magnitude = factor <= 1 ? 1 : Math.sqrt(1 + Math.log(factor) / Math.log(trainedLength));
    return new LongRopeScaling(
        factors(rope, "short_factor", size / 2),
        factors(rope, "long_factor", size / 2),
        trainedLength,
        rope.number("attention_factor", magnitude));
  }

  private static List<Double> factors(ModelConfig rope, String field, int pairs) {
    List<Double> factors = rope.numbers(field);
    if (factors.size() != pairs) {
      throw new StudentException(
          "%s: '%s' in config.json has %d numbers, but %d pairs of a head turn"
              .formatted(rope.student(), field, factors.size(), pairs));
    }
    return factors;
  }

  @Override
  public float[] frequencies(Powers powers, double theta, int size, int length) {
    List<Double> factors = length > trainedLength ? longFactors : shortFactors;
    float[] frequencies = powers.of(theta, size);
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] = 1 / (factors.get(i).floatValue() * frequencies[i]);
    }
    return frequencies;
  }

  @Override
  public int sameUpTo() {
    return trainedLength;
  }
}
