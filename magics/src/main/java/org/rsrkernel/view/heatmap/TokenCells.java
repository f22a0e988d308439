package org.rsrkernel.view.heatmap;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.student.CharSpan;
import org.rsrkernel.student.RenderedConversation;

/** Joins a conversation's text with its scores. */
public final class TokenCells {

  private TokenCells() {}

  /**
   * One cell a token. Where several tokens are bytes of one character, the first shows it and the
   * rest are empty.
   *
   * @throws IllegalArgumentException if the scores are of another sequence
   */
  public static List<TokenCell> of(RenderedConversation conversation, TokenScores scores) {
    return of(conversation, scores, List.of());
  }

  /**
   * The same with the tokens that the student would rather have seen.
   *
   * @param likelier one list a response token, the likeliest first; or empty if they are not known
   */
  public static List<TokenCell> of(
      RenderedConversation conversation,
      TokenScores scores,
      List<List<TokenCell.Alternative>> likelier) {
    List<CharSpan> spans = conversation.tokenChars();
    if (scores.sequenceLength() > spans.size()) {
      throw new IllegalArgumentException(
          "the scores are of %d tokens, the conversation has %d"
              .formatted(scores.sequenceLength(), spans.size()));
    }
    List<TokenCell> cells = new ArrayList<>(scores.sequenceLength());
    int shown = 0; // characters of the text that a cell shows already
    int next = 0; // response token that comes next
    for (int i = 0; i < scores.sequenceLength(); i++) {
      CharSpan span = spans.get(i);
      String text =
          conversation.text().substring(Math.max(shown, span.start()), Math.max(shown, span.end()));
      shown = Math.max(shown, span.end());
      if (next < scores.size() && scores.position(next) == i) {
        cells.add(
            new TokenCell(
                text,
                true,
                scores.rank(next),
                scores.surprisal(next),
                likelier.isEmpty() ? List.of() : likelier.get(next)));
        next++;
      } else {
        cells.add(TokenCell.prompt(text));
      }
    }
    return cells;
  }
}
