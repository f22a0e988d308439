package org.rsrkernel.student.gguf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.rsrkernel.student.StudentException;

/**
 * The merges that a SentencePiece vocabulary implies: every way to cut a token into two others,
 * ranked by the token's score, then by longer parts. The order of transformers' {@code
 * generate_merges}, which decides ids.
 */
final class SentencePieceMerges {

  private static final int LONGEST_TOKEN = 1024;

  private record Merge(String left, String right, double score, int leftLength, int rightLength) {}

  private SentencePieceMerges() {}

  /**
   * Derives the pairs.
   *
   * @param ids token to id
   * @param scores token to score, in the order of the vocabulary
   */
  static ArrayNode of(ObjectNode ids, Map<String, Double> scores, Path path) {
    List<Merge> merges = new ArrayList<>();
    scores.forEach((token, score) -> merges.addAll(cuts(token, score, ids, path)));
    merges.sort(
        Comparator.comparingDouble(Merge::score)
            .thenComparingInt(Merge::leftLength)
            .thenComparingInt(Merge::rightLength)
            .reversed());
    ArrayNode pairs = JsonNodeFactory.instance.arrayNode();
    merges.forEach(merge -> pairs.addArray().add(merge.left()).add(merge.right()));
    return pairs;
  }

  private static List<Merge> cuts(String token, double score, ObjectNode ids, Path path) {
    if (token.length() > LONGEST_TOKEN) {
      throw new StudentException(
          "%s: a token of %d characters is longer than the %d that are read."
              .formatted(path, token.length(), LONGEST_TOKEN));
    }
    List<Merge> cuts = new ArrayList<>();
    int length = token.codePointCount(0, token.length());
    for (int k = 1; k < length; k++) {
      int at = token.offsetByCodePoints(0, k);
      String left = token.substring(0, at);
      String right = token.substring(at);
      if (ids.has(left) && ids.has(right)) {
        cuts.add(new Merge(left, right, score, k, length - k));
      }
    }
    cuts.sort(
        Comparator.comparingInt((Merge cut) -> ids.get(cut.left()).intValue())
            .thenComparingInt(cut -> ids.get(cut.right()).intValue()));
    return cuts;
  }
}
