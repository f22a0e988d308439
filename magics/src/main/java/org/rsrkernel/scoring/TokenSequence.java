package org.rsrkernel.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.rsrkernel.student.TokenSpan;

/**
 * One trajectory's token ids and the positions to be scored.
 *
 * <p>Only tokens that predict a response token are computed, so a sequence ends one token before
 * its last response token.
 */
final class TokenSequence {

  private final int[] tokenIds; // [T]
  private final int[] responsePositions; // [R], ascending, each at least 1

  private final boolean truncated;
  private final boolean alone;

  private TokenSequence(int[] tokenIds, int[] responsePositions, boolean truncated, boolean alone) {
    this.tokenIds = tokenIds;
    this.responsePositions = responsePositions;
    this.truncated = truncated;
    this.alone = alone;
  }

  /**
   * @param responses spans of response tokens, ascending. A response token at position 0 has no
   *     prefix that could predict it and is left out.
   * @param maxLength tokens kept; later ones are cut off
   */
  static TokenSequence of(int[] tokenIds, List<TokenSpan> responses, int maxLength) {
    boolean truncated = tokenIds.length > maxLength;
    int[] kept = truncated ? Arrays.copyOf(tokenIds, maxLength) : tokenIds;
    int[] positions =
        responses.stream()
            .flatMapToInt(span -> IntStream.range(span.start(), span.end()))
            .filter(position -> position > 0 && position < kept.length)
            .toArray();
    return new TokenSequence(kept, positions, truncated, false);
  }

  /** The same sequence for a student that must see it alone and whole. */
  TokenSequence aloneAndWhole() {
    return new TokenSequence(tokenIds, responsePositions, truncated, true);
  }

  /** Whether it may share neither its prefix nor its batch. */
  boolean alone() {
    return alone;
  }

  boolean truncated() {
    return truncated;
  }

  int[] tokenIds() {
    return tokenIds;
  }

  int[] responsePositions() {
    return responsePositions;
  }

  boolean hasResponse() {
    return responsePositions.length > 0;
  }

  /** Tokens to compute: all before the last response token, or all there are. */
  int computedLength() {
    return alone ? tokenIds.length : responsePositions[responsePositions.length - 1];
  }

  /** How many tokens to compute both sequences begin with. */
  int sharedPrefix(TokenSequence other) {
    int limit = Math.min(computedLength(), other.computedLength());
    int mismatch = Arrays.mismatch(tokenIds, 0, limit, other.tokenIds, 0, limit);
    return mismatch < 0 ? limit : mismatch;
  }
}
