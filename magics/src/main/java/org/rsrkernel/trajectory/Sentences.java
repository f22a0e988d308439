package org.rsrkernel.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where sentences of a text end: at a stop with blank space after it, and at every line end. */
public final class Sentences {

  private static final Pattern END =
      Pattern.compile("[.!?。！？]+[\"')\\]]*(?:\\s*\\n\\s*|(?=\\s))|\\s*\\n\\s*");

  private Sentences() {}

  /**
   * Ends of the sentences, ascending, the text's own end last: sentence i is {@code [end(i-1),
   * end(i))}. Blank space before a sentence belongs to it, blank lines to the one before them.
   *
   * @return empty for an empty text
   */
  public static List<Integer> ends(String text) {
    List<Integer> ends = new ArrayList<>();
    Matcher matcher = END.matcher(text);
    int start = 0;
    while (matcher.find()) {
      if (!text.substring(start, matcher.end()).isBlank()) {
        start = matcher.end();
        ends.add(start);
      }
    }
    if (start < text.length()) {
      if (!ends.isEmpty() && text.substring(start).isBlank()) {
        ends.set(ends.size() - 1, text.length());
      } else {
        ends.add(text.length());
      }
    }
    return ends;
  }

  /**
   * The first sentences of a text.
   *
   * @param share of its sentences, in (0, 1]; at least one is taken
   */
  public static String first(String text, double share) {
    List<Integer> ends = ends(text);
    int count = Math.max(1, (int) Math.round(share * ends.size()));
    return ends.isEmpty() ? "" : text.substring(0, ends.get(count - 1));
  }
}
