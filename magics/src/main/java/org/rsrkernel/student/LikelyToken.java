package org.rsrkernel.student;

import java.util.ArrayList;
import java.util.List;

/**
 * A token that a student finds likely at some place.
 *
 * @param tokenId its index in the vocabulary
 * @param probability that the student gives it, 0 to 1
 */
public record LikelyToken(int tokenId, double probability) {

  /**
   * The tokens of several places.
   *
   * @param count places, S
   * @param tokenIds shape [S, k], place after place
   * @param probabilities of the same shape
   * @return one list a place, in the order given
   */
  public static List<List<LikelyToken>> rows(int count, long[] tokenIds, float[] probabilities) {
    int each = tokenIds.length / count;
    List<List<LikelyToken>> rows = new ArrayList<>(count);
    for (int row = 0; row < count; row++) {
      List<LikelyToken> tokens = new ArrayList<>(each);
      for (int i = row * each; i < (row + 1) * each; i++) {
        tokens.add(new LikelyToken((int) tokenIds[i], probabilities[i]));
      }
      rows.add(List.copyOf(tokens));
    }
    return rows;
  }
}
