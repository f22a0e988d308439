package org.rsrkernel.view.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.student.CharSpan;
import org.rsrkernel.student.RenderedConversation;
import org.rsrkernel.student.TokenSpan;

class TokenCellsTest {

  @Test
  void cells_joinTextAndScores() {
    List<TokenCell> cells =
        TokenCells.of(conversation("Q? A b", 0, 2, 2, 4, 4, 6), scores(3, 1, 2));
    assertThat(cells)
        .containsExactly(
            TokenCell.prompt("Q?"),
            TokenCell.response(" A", 11, 1.5),
            TokenCell.response(" b", 12, 2.5));
  }

  @Test
  void cells_ofASplitCharacter_showItOnce() {
    List<TokenCell> cells = TokenCells.of(conversation("a🙂", 0, 1, 1, 3, 1, 3), scores(3, 1, 2));
    assertThat(cells).extracting(TokenCell::text).containsExactly("a", "🙂", "");
    assertThat(TokenText.visible("")).isEqualTo("⋯");
  }

  @Test
  void cells_ofAnotherSequence_areRefused() {
    assertThatThrownBy(() -> TokenCells.of(conversation("a", 0, 1), scores(3, 1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the scores are of 3 tokens, the conversation has 1");
  }

  @Test
  void cell_withoutARank_isRefused() {
    assertThatThrownBy(() -> TokenCell.response("x", 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("token x has rank 0 and surprisal 1.0");
  }

  @Test
  void summary_addsUpTheResponse() {
    List<TokenCell> cells =
        TokenCells.of(conversation("Q? A b", 0, 2, 2, 4, 4, 6), scores(3, 1, 2));
    assertThat(new TokenView("p1", "teacher", cells, 10).summary())
        .isEqualTo(
            "p1 · teacher · 2 response tokens · RSR 5.000 · rank 10.00 · surprisal 2.000 nats");
  }

  @Test
  void sentences_endAtStopsBeforeBlanksAndAtLineEnds() {
    List<TokenCell> cells =
        List.of(
            TokenCell.prompt("Q."),
            TokenCell.response("It is 3", 1, 1),
            TokenCell.response(".", 1, 2),
            TokenCell.response("5", 1, 3),
            TokenCell.response(".", 1, 4),
            TokenCell.response(" So", 1, 1),
            TokenCell.response("\n", 1, 2),
            TokenCell.response("end", 1, 7));
    assertThat(Sentence.of(new TokenView("p", "t", cells, 100)))
        .containsExactly(
            new Sentence("It is 3.5.", 0, 4, 1, 2.5),
            new Sentence("So↵", 4, 6, 1, 1.5),
            new Sentence("end", 6, 7, 1, 7));
  }

  @Test
  void embedded_takesWhatFits() {
    List<TokenCell> cells =
        TokenCells.of(conversation("Q? A b", 0, 2, 2, 4, 4, 6), scores(3, 1, 2));
    EmbeddedTokens embedded = new EmbeddedTokens(500);
    TokenView view = new TokenView("p1", "teacher", cells, 10);
    int taken = 0;
    while (embedded.add(view) == taken) {
      taken++;
    }
    assertThat(taken).isBetween(2, 40).isEqualTo(embedded.count());
    assertThat(embedded.html()).hasSizeLessThan(1_000);
  }

  /** Tokens by pairs of character positions; ids do not matter here. */
  private static RenderedConversation conversation(String text, int... bounds) {
    List<CharSpan> spans =
        IntStream.range(0, bounds.length / 2)
            .mapToObj(i -> new CharSpan(bounds[2 * i], bounds[2 * i + 1]))
            .toList();
    return new RenderedConversation(
        text, new int[spans.size()], spans, List.of(new TokenSpan(1, spans.size())));
  }

  /** Response tokens at the given positions with ranks 11, 12, … and surprisals 1.5, 2.5, …. */
  private static TokenScores scores(int sequence, int... positions) {
    int[] ranks = new int[positions.length];
    float[] surprisals = new float[positions.length];
    for (int i = 0; i < positions.length; i++) {
      ranks[i] = 11 + i;
      surprisals[i] = 1.5f + i;
    }
    float[] unused = new float[positions.length];
    return new TokenScores(new int[sequence], positions, ranks, surprisals, unused, unused);
  }
}
