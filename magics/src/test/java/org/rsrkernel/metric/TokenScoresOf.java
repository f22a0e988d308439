package org.rsrkernel.metric;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.rsrkernel.scoring.TokenScores;

/** Token scores for tests: given by hand, or drawn. */
final class TokenScoresOf {

  private TokenScoresOf() {}

  /** Tokens with the ranks and surprisals given; entropies of 1 nat, square sums of a half. */
  static TokenScores tokens(int[] ranks, double... surprisals) {
    double[] ones = new double[ranks.length];
    double[] halves = new double[ranks.length];
    Arrays.fill(ones, 1);
    Arrays.fill(halves, 0.5);
    return tokens(ranks, surprisals, ones, halves);
  }

  static TokenScores tokens(
      int[] ranks, double[] surprisals, double[] entropies, double[] squareSums) {
    int[] positions = new int[ranks.length];
    for (int k = 0; k < positions.length; k++) {
      positions[k] = k + 1;
    }
    return new TokenScores(
        new int[ranks.length + 1],
        positions,
        ranks,
        floats(surprisals),
        floats(entropies),
        floats(squareSums));
  }

  /** Between 1 and 40 tokens, some certain, some beyond any clip. */
  static TokenScores drawn(SplittableRandom random) {
    int size = 1 + random.nextInt(40);
    int[] ranks = new int[size];
    double[] surprisals = new double[size];
    double[] entropies = new double[size];
    double[] squareSums = new double[size];
    for (int k = 0; k < size; k++) {
      ranks[k] = 1 + (int) Math.pow(10, random.nextDouble() * 4);
      surprisals[k] = 0.01 + 8 * random.nextDouble();
      entropies[k] = 0.01 + 4 * random.nextDouble();
      squareSums[k] = random.nextDouble();
    }
    return tokens(ranks, surprisals, entropies, squareSums);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int k = 0; k < values.length; k++) {
      floats[k] = (float) values[k];
    }
    return floats;
  }
}
