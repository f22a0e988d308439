package org.rsrkernel.view.heatmap;

import java.util.Locale;

/** A token's characters, made visible. */
final class TokenText {

  private static final int LONGEST = 2_000;

  private TokenText() {}

  /**
   * Line ends, tabs, blanks that stand alone, and characters that have no shape or turn the text
   * around get a sign; the rest stays as it is. Very long tokens are cut.
   */
  static String visible(String text) {
    if (text.isEmpty()) {
      return "⋯"; // bytes of a character that an earlier token shows
    }
    boolean blank = text.chars().allMatch(c -> c == ' ');
    StringBuilder visible = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> append(visible, c, blank));
    return text.codePointCount(0, text.length()) > LONGEST ? visible + "…" : visible.toString();
  }

  private static void append(StringBuilder visible, int c, boolean blank) {
    switch (c) {
      case '\n' -> visible.append("↵\n");
      case '\t' -> visible.append("⇥\t");
      case '\r' -> visible.append('␍');
      case ' ' -> visible.append(blank ? '·' : ' ');
      case 0xFFFD -> visible.append("⟨?⟩");
      default -> {
        if (hidden(c)) {
          visible.append(String.format(Locale.ROOT, "⟨U+%04X⟩", c));
        } else {
          visible.appendCodePoint(c);
        }
      }
    }
  }

  /** Controls, line separators, and format characters except the joiners of scripts and emoji. */
  private static boolean hidden(int c) {
    int type = Character.getType(c);
    boolean joiner = c == 0x200C || c == 0x200D;
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || type == Character.FORMAT && !joiner;
  }
}
