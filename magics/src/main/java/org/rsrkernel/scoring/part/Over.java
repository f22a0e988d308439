package org.rsrkernel.scoring.part;

import java.util.Arrays;
import java.util.Optional;

/** Which response tokens a metric is taken over. */
public enum Over {
  /** All response tokens, as the RSR paper does. */
  ALL("all", "all response tokens", null),
  /** What stands between think tags, or came as {@code reasoning_content}. */
  REASONING("reasoning", "the reasoning", null),
  /** What the reasoning leaves; the whole response where there is none. */
  ANSWER("answer", "the answer after the reasoning", null),
  /** Every assistant turn for itself. */
  TURNS("turns", "each assistant turn", "turn"),
  /** The last assistant turn. */
  LAST_TURN("last-turn", "the last assistant turn", null),
  /** Every sentence for itself; a line end ends one too. */
  SENTENCES("sentences", "each sentence", "sentence");

  private final String label;
  private final String title;
  private final String unit;

  Over(String label, String title, String unit) {
    this.label = label;
    this.title = title;
    this.unit = unit;
  }

  /** The one written so on a line. */
  public static Optional<Over> named(String label) {
    return Arrays.stream(values()).filter(over -> over.label.equals(label)).findFirst();
  }

  /** In words, such as {@code the reasoning}. */
  public String title() {
    return title;
  }

  /** What a trajectory has several of, such as {@code turn}; empty if it stays one. */
  public Optional<String> unit() {
    return Optional.ofNullable(unit);
  }

  /** Status of a trajectory that lacks the part. */
  String missing() {
    return "no_" + (unit == null ? label.replace('-', '_') : unit);
  }

  /** As written on a line, such as {@code last-turn}. */
  @Override
  public String toString() {
    return label;
  }
}
