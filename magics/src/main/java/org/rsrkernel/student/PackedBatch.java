package org.rsrkernel.student;

import java.util.List;

/**
 * One forward pass: sequences that share prefixes, without padding.
 *
 * <p>Tokens lie in segments that form a forest, parents before children, together covering {@code
 * [0, N)} in order. A token sees all tokens of its segment's ancestors and, causally, those of its
 * own segment.
 *
 * <p>N tokens in the batch, S scored rows.
 */
public final class PackedBatch {

  /**
   * A run of tokens.
   *
   * @param parent index of the segment it continues, or -1
   */
  public record Segment(int parent, int start, int length) {}

  private final int[] tokenIds; // [N]
  private final int[] positions; // [N], place in the sequence, 0 for its first token
  private final List<Segment> segments;
  private final int[] scoredRows; // [S], rows of [0, N) whose logits are wanted
  private final int[] targetIds; // [S], the token that follows the row

  public PackedBatch(
      int[] tokenIds, int[] positions, List<Segment> segments, int[] scoredRows, int[] targetIds) {
    if (tokenIds.length != positions.length || scoredRows.length != targetIds.length) {
      throw new IllegalArgumentException(
          "a batch of %d tokens has %d positions, and %d scored rows have %d targets"
              .formatted(tokenIds.length, positions.length, scoredRows.length, targetIds.length));
    }
    this.tokenIds = tokenIds.clone();
    this.positions = positions.clone();
    this.segments = List.copyOf(segments);
    this.scoredRows = scoredRows.clone();
    this.targetIds = targetIds.clone();
  }

  /** Tokens computed, N. */
  public int tokens() {
    return tokenIds.length;
  }

  /** Rows whose logits are computed, S. */
  public int rows() {
    return scoredRows.length;
  }

  /** Token ids, shape [N]. */
  public int[] tokenIds() {
    return tokenIds.clone();
  }

  /** Places in their sequences, shape [N]. */
  public int[] positions() {
    return positions.clone();
  }

  public List<Segment> segments() {
    return segments;
  }

  /** Rows whose logits are wanted, shape [S]. */
  public int[] scoredRows() {
    return scoredRows.clone();
  }

  /** The token that each scored row is to predict, shape [S]. */
  public int[] targetIds() {
    return targetIds.clone();
  }
}
