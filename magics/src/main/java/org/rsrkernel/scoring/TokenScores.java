package org.rsrkernel.scoring;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What a student thinks of one trajectory's response, token by token and unclipped: the single
 * thing that every metric and view reads. Immutable.
 *
 * <p>T tokens in the sequence, R of them response tokens.
 */
public final class TokenScores {

  private final int[] tokenIds; // [T]
  private final int[] positions; // [R], ascending indices into tokenIds
  private final int[] ranks; // [R], at least 1
  private final float[] surprisals; // [R], nats, at least 0
  private final float[] entropies; // [R], nats
  private final float[] squareSums; // [R], Σ p²
  private final boolean truncated;

  /** Scores of a whole sequence. Takes the arrays as they are; callers give them away. */
  public TokenScores(
      int[] tokenIds,
      int[] positions,
      int[] ranks,
      float[] surprisals,
      float[] entropies,
      float[] squareSums) {
    this(tokenIds, positions, ranks, surprisals, entropies, squareSums, false);
  }

  /**
   * Takes the arrays as they are; callers give them away.
   *
   * @param truncated whether the sequence was longer and its end was cut off
   */
  public TokenScores(
      int[] tokenIds,
      int[] positions,
      int[] ranks,
      float[] surprisals,
      float[] entropies,
      float[] squareSums,
      boolean truncated) {
    int r = positions.length;
    if (ranks.length != r
        || surprisals.length != r
        || entropies.length != r
        || squareSums.length != r) {
      throw new IllegalArgumentException(
          "%d response tokens have %d ranks, %d surprisals, %d entropies, %d square sums"
              .formatted(r, ranks.length, surprisals.length, entropies.length, squareSums.length));
    }
    this.tokenIds = tokenIds;
    this.positions = positions;
    this.ranks = ranks;
    this.surprisals = surprisals;
    this.entropies = entropies;
    this.squareSums = squareSums;
    this.truncated = truncated;
  }

  /** Response tokens, R. */
  public int size() {
    return positions.length;
  }

  /** Whether the sequence was longer and its end was cut off. */
  public boolean truncated() {
    return truncated;
  }

  /** Tokens of the whole sequence, T. */
  public int sequenceLength() {
    return tokenIds.length;
  }

  /** The id of the token at {@code position} of the whole sequence. */
  public int tokenId(int position) {
    return tokenIds[position];
  }

  /** Where response token {@code k} lies in the whole sequence. */
  public int position(int k) {
    return positions[k];
  }

  /** 1 + number of tokens likelier than response token {@code k}. */
  public int rank(int k) {
    return ranks[k];
  }

  /** -ln p of response token {@code k}, nats. */
  public float surprisal(int k) {
    return surprisals[k];
  }

  /** Entropy of the student's distribution before response token {@code k}, nats. */
  public float entropy(int k) {
    return entropies[k];
  }

  /** Σ p² of the student's distribution before response token {@code k}. */
  public float squareSum(int k) {
    return squareSums[k];
  }

  /** Whether these are scores of that sequence, or of its first tokens if it was cut. */
  public boolean areOf(int[] sequence) {
    return tokenIds.length <= sequence.length
        && Arrays.equals(tokenIds, 0, tokenIds.length, sequence, 0, tokenIds.length);
  }

  /** The response tokens k that pass, in the same sequence. */
  public TokenScores where(IntPredicate passes) {
    int[] kept = IntStream.range(0, size()).filter(passes).toArray();
    float[] keptSurprisals = new float[kept.length];
    float[] keptEntropies = new float[kept.length];
    float[] keptSquareSums = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      keptSurprisals[i] = surprisals[kept[i]];
      keptEntropies[i] = entropies[kept[i]];
      keptSquareSums[i] = squareSums[kept[i]];
    }
    return new TokenScores(
        tokenIds,
        IntStream.of(kept).map(k -> positions[k]).toArray(),
        IntStream.of(kept).map(k -> ranks[k]).toArray(),
        keptSurprisals,
        keptEntropies,
        keptSquareSums,
        truncated);
  }
}
