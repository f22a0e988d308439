package org.rsrkernel.kernel.source;

/**
 * Code with the inside of comments, strings and characters blanked, so that brackets and words can
 * be found by plain search. As long as the code itself.
 *
 * @param text the code, blanked
 * @param endsIn where the code's end is
 * @param regionStart offset of the quote or comment mark that opened the last region
 */
public record MaskedCode(String text, Region endsIn, int regionStart) {

  /** What a piece of code is. */
  public enum Region {
    CODE("", ""),
    LINE_COMMENT("//", "\n"),
    BLOCK_COMMENT("/*", "*/"),
    TEXT_BLOCK("\"\"\"", "\"\"\""),
    STRING("\"", "\""),
    CHARACTER("'", "'");

    private final String opening;
    private final String closing;

    Region(String opening, String closing) {
      this.opening = opening;
      this.closing = closing;
    }

    public boolean isLiteral() {
      return this == STRING || this == TEXT_BLOCK || this == CHARACTER;
    }

    public boolean isComment() {
      return this == LINE_COMMENT || this == BLOCK_COMMENT;
    }

    private static Region openedAt(String code, int at) {
      for (Region region : values()) {
        if (region != CODE && code.startsWith(region.opening, at)) {
          return region;
        }
      }
      return CODE;
    }

    /** A quote that is still open at its line's end is a mistake, not a longer string. */
    private boolean endsAt(String code, int at) {
      boolean lineEnds = (this == STRING || this == CHARACTER) && code.charAt(at) == '\n';
      return lineEnds || code.startsWith(closing, at);
    }
  }

  /** Masks code, also such as ends in the middle of something. */
  public static MaskedCode of(String code) {
    StringBuilder masked = new StringBuilder(code);
    Region region = Region.CODE;
    int regionStart = 0;
    int at = 0;
    while (at < code.length()) {
      int step = 1;
      if (region == Region.CODE) {
        region = Region.openedAt(code, at);
        if (region != Region.CODE) {
          regionStart = at;
          step = region.opening.length();
          blankIf(region.isComment(), masked, at, step);
        }
      } else if (region.endsAt(code, at)) {
        step = code.charAt(at) == '\n' ? 1 : region.closing.length();
        blankIf(region.isComment(), masked, at, step);
        region = Region.CODE;
      } else {
        step = region.isLiteral() && code.charAt(at) == '\\' ? Math.min(2, code.length() - at) : 1;
        blankIf(true, masked, at, step);
      }
      at += step;
    }
    return new MaskedCode(masked.toString(), region, regionStart);
  }

  private static void blankIf(boolean wanted, StringBuilder masked, int from, int length) {
    for (int at = from; wanted && at < from + length; at++) {
      if (masked.charAt(at) != '\n') {
        masked.setCharAt(at, ' ');
      }
    }
  }
}
