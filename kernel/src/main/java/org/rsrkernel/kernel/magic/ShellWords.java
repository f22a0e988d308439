package org.rsrkernel.kernel.magic;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a magic's line as a POSIX shell does: blanks separate, {@code '…'} is literal, {@code "…"}
 * knows {@code \"} and {@code \\}, a backslash outside quotes protects the next character. No
 * variables, globs or comments.
 */
public final class ShellWords {
  private ShellWords() {}

  /**
   * @throws IllegalArgumentException if a quote is not closed
   */
  public static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      boolean escapes = quote != '\'' && c == '\\' && at + 1 < line.length();
      if (escapes && (quote == 0 || "\"\\".indexOf(line.charAt(at + 1)) >= 0)) {
        word.append(line.charAt(++at));
        inWord = true;
      } else if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        inWord = true;
      } else if (!Character.isWhitespace(c)) {
        word.append(c);
        inWord = true;
      } else if (inWord) {
        words.add(word.toString());
        word.setLength(0);
        inWord = false;
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("a " + quote + " is not closed in: " + line.strip());
    }
    if (inWord) {
      words.add(word.toString());
    }
    return List.copyOf(words);
  }
}
