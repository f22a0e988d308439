package org.rsrkernel.kernel.completion;

/**
 * The word of a magic's line that is being written, as {@link
 * org.rsrkernel.kernel.magic.ShellWords} will read it.
 *
 * @param start where it begins in the line, with its quote if it has one
 * @param value what it means so far
 * @param quote the quote it is written in, {@code "} or {@code '}; 0 for none
 * @param isPlain whether it is written as it is meant: without quotes and backslashes
 */
record ShellWord(int start, String value, char quote, boolean isPlain) {

  /** The word before the cursor; empty behind a blank. */
  static ShellWord before(String line, int cursor) {
    int start = 0;
    StringBuilder value = new StringBuilder();
    char quote = 0;
    for (int at = 0; at < cursor; at++) {
      char c = line.charAt(at);
      if (quote == 0 && Character.isWhitespace(c)) {
        start = at + 1;
        value.setLength(0);
      } else if (c == '\\' && quote != '\'' && at + 1 < cursor) {
        value.append(line.charAt(++at));
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else {
        value.append(c);
      }
    }
    String written = line.substring(start, cursor);
    return new ShellWord(start, value.toString(), quote, written.contentEquals(value));
  }

  /** How to go on to a value: in the same quotes, or with backslashes. A folder stays open. */
  String written(String whole) {
    if (quote == 0) {
      return whole.replaceAll("[\\s\"'\\\\]", "\\\\$0");
    }
    String inside = quote == '"' ? whole.replaceAll("[\"\\\\]", "\\\\$0") : whole;
    return quote + inside + (whole.endsWith("/") ? "" : String.valueOf(quote));
  }
}
