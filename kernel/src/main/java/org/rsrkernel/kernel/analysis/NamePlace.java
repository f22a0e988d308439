package org.rsrkernel.kernel.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.rsrkernel.kernel.source.MaskedCode;

/**
 * A name in Java text that a person may want explained.
 *
 * @param start UTF-16 offset of its first character
 * @param end behind the name, or behind the brackets with arguments that follow it
 * @param arguments how many are in the brackets that follow; -1 without brackets
 */
public record NamePlace(int start, int end, String name, int arguments) {

  private static final Pattern NAME_BEFORE =
      Pattern.compile("([\\p{L}_$][\\p{L}\\p{N}_$]*)(?:\\s*<[^;(){}]*>)?\\s*$");

  private static final Pattern ARGUMENTS = Pattern.compile("\\s*(?:<[^;(){}]*>\\s*)?\\(");
  private static final int LONGEST_NAME = 300;
  private static final int MOST_PLACES = 8;

  /** The names that matter at an offset: the one that touches it, then those of calls around it. */
  public static List<NamePlace> at(String code, int cursor) {
    String masked = MaskedCode.of(code).text();
    List<NamePlace> places = new ArrayList<>();
    int start = cursor;
    while (start > 0 && Character.isJavaIdentifierPart(masked.charAt(start - 1))) {
      start--;
    }
    int end = cursor;
    while (end < masked.length() && Character.isJavaIdentifierPart(masked.charAt(end))) {
      end++;
    }
    if (SourceVersion.isName(masked.substring(start, end))) {
      places.add(of(masked, start, end));
    }
    addEnclosingCalls(masked, start, places);
    return places;
  }

  private static void addEnclosingCalls(String masked, int from, List<NamePlace> places) {
    int closed = 0;
    for (int at = from - 1; at >= 0 && places.size() < MOST_PLACES; at--) {
      char c = masked.charAt(at);
      if (c == ')' || c == ']' || c == '}') {
        closed++;
      } else if (c == '{' || c == '[' || c == '(') {
        closed--;
      }
      boolean left = closed < 0;
      if (left && c == '{' || closed == 0 && c == ';') {
        return;
      }
      if (left) {
        closed = 0;
        Matcher name = NAME_BEFORE.matcher(masked).region(Math.max(0, at - LONGEST_NAME), at);
        if (c == '(' && name.find()) {
          places.add(of(masked, name.start(1), name.end(1)));
        }
      }
    }
  }

  private static NamePlace of(String masked, int start, int end) {
    String name = masked.substring(start, end);
    Matcher bracket = ARGUMENTS.matcher(masked).region(end, masked.length());
    if (!bracket.lookingAt()) {
      return new NamePlace(start, end, name, -1);
    }
    int depth = 0;
    int arguments = 0;
    boolean any = false;
    int at = bracket.end();
    for (; at < masked.length() && depth >= 0; at++) {
      char c = masked.charAt(at);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      any |= depth >= 0 && !Character.isWhitespace(c);
      arguments += c == ',' && depth == 0 ? 1 : 0;
    }
    return new NamePlace(start, at, name, any ? arguments + 1 : 0);
  }
}
