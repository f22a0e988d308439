package org.rsrkernel.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.student.LikelyToken;
import org.rsrkernel.student.RenderedConversation;
import org.rsrkernel.student.Student;

/**
 * What a student would rather have read at each place of a response: the tokens it finds likelier
 * than the one that stands there.
 *
 * <p>Costs one pass over the trajectory, as long as scoring it; those asked for last are kept in
 * memory. One thread at a time.
 */
public final class LikelierTokens {

  private static final int KEPT = 64;

  private final Map<ScoreKey, List<List<LikelyToken>>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ScoreKey, List<List<LikelyToken>>> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * The likelier tokens of a scored conversation.
   *
   * @param scores the student's scores of this very conversation
   * @param most tokens a place, at least 1
   * @return one list a response token, the likeliest first; empty where the token of the response
   *     is the student's own choice
   * @throws InterruptedException if the thread is interrupted, noticed between layers
   */
  public List<List<LikelyToken>> of(
      Student student, RenderedConversation conversation, TokenScores scores, int most)
      throws InterruptedException {
    ScoreKey key =
        ScoreKey.of(
            student.fingerprint() + most, conversation.text(), List.of(), scores.sequenceLength());
    List<List<LikelyToken>> known = kept.get(key);
    if (known == null) {
      known = computed(student, conversation, scores, most);
      kept.put(key, known);
    }
    return known;
  }

  private static List<List<LikelyToken>> computed(
      Student student, RenderedConversation conversation, TokenScores scores, int most)
      throws InterruptedException {
    TokenSequence sequence =
        TokenSequence.of(
            conversation.tokenIds(), conversation.responses(), scores.sequenceLength());
    if (sequence.tokenIds().length > student.sharesPrefixesUpTo()) {
      sequence = sequence.aloneAndWhole();
    }
    PrefixForest.Layout layout = new PrefixForest(List.of(sequence)).layout();
    List<List<LikelyToken>> likeliest = student.likeliest(layout.batch(), most);
    int[] rows = layout.sequenceRows().get(0);
    List<List<LikelyToken>> likelier = new ArrayList<>(rows.length);
    for (int k = 0; k < rows.length; k++) {
      int own = scores.tokenId(scores.position(k));
      likelier.add(
          likeliest.get(rows[k]).stream()
              .limit(scores.rank(k) - 1L)
              .filter(token -> token.tokenId() != own) // among ties it may come early
              .toList());
    }
    return likelier;
  }
}
