package org.rsrkernel.kernel.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the constructors of records public. JShell turns a record of the top level into a public
 * one, whose constructors may not be less than that, so {@code record P(int a) { P { … } }} would
 * not compile in a cell.
 */
public final class RecordConstructors {
  private static final Pattern RECORD =
      Pattern.compile("\\brecord\\s+([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s*[<(]");

  private RecordConstructors() {}

  /** The code with {@code public} before constructors without a modifier; the same lines. */
  public static String makePublic(String code) {
    if (!code.contains("record")) {
      return code;
    }
    String masked = MaskedCode.of(code).text();
    Deque<Integer> places = new ArrayDeque<>();
    Matcher found = RECORD.matcher(masked);
    while (found.find()) {
      addConstructors(masked, found.group(1), masked.indexOf('{', found.end()), places);
    }
    StringBuilder result = new StringBuilder(code);
    for (Iterator<Integer> last = places.descendingIterator(); last.hasNext(); ) {
      result.insert(last.next(), "public ");
    }
    return result.toString();
  }

  private static void addConstructors(String masked, String name, int body, Deque<Integer> places) {
    Pattern constructor = Pattern.compile("\\s*(?=" + Pattern.quote(name) + "\\s*[({])");
    int depth = 0;
    for (int at = body; at >= 0 && at < masked.length(); at++) {
      char c = masked.charAt(at);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return;
      }
      Matcher next = constructor.matcher(masked).region(at + 1, masked.length());
      if (depth == 1 && "{};".indexOf(c) >= 0 && next.useTransparentBounds(true).lookingAt()) {
        places.add(next.end());
      }
    }
  }
}
