package org.rsrkernel.view.heatmap;

import java.util.List;
import java.util.Objects;

/**
 * A trajectory to be shown token by token.
 *
 * @param cells its tokens in order, prompt included
 * @param clip upper bound put on ranks in the RSR, at least 1
 */
public record TokenView(String id, String teacher, List<TokenCell> cells, int clip) {

  public TokenView {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(teacher, "teacher");
    cells = List.copyOf(cells);
    if (clip < 1) {
      throw new IllegalArgumentException("ranks cannot be clipped at " + clip);
    }
  }

  /** Response tokens. */
  long scored() {
    return cells.stream().filter(TokenCell::scored).count();
  }

  /** The same without its prompt. */
  TokenView responseOnly() {
    return new TokenView(id, teacher, cells.stream().filter(TokenCell::scored).toList(), clip);
  }

  /** A line of figures for readers. */
  String summary() {
    return TokenSums.of(this).summary(id, teacher);
  }
}
