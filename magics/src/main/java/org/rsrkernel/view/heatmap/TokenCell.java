package org.rsrkernel.view.heatmap;

import java.util.List;
import java.util.Objects;

/**
 * One token of a trajectory as it is shown.
 *
 * @param text its characters; empty where it is only bytes of a character that another token shows
 * @param scored whether it is a response token; the rest is prompt
 * @param rank 1 = likeliest, unclipped; read only if scored
 * @param surprisal nats; read only if scored
 * @param alternatives likelier tokens, likeliest first; may be empty
 */
public record TokenCell(
    String text, boolean scored, int rank, double surprisal, List<Alternative> alternatives) {

  /** A token the student would rather have seen, with its probability. */
  public record Alternative(String text, double probability) {}

  public TokenCell {
    Objects.requireNonNull(text, "text");
    alternatives = List.copyOf(alternatives);
    if (scored && (rank < 1 || !(surprisal >= 0))) {
      throw new IllegalArgumentException(
          "token %s has rank %d and surprisal %s".formatted(text, rank, surprisal));
    }
  }

  /** A token of the prompt. */
  public static TokenCell prompt(String text) {
    return new TokenCell(text, false, 0, 0, List.of());
  }

  /** A response token. */
  public static TokenCell response(String text, int rank, double surprisal) {
    return new TokenCell(text, true, rank, surprisal, List.of());
  }
}
