package org.rsrkernel.student.template.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.rsrkernel.student.template.syntax.Blank;

/** Python's way to strip, split, replace and capitalise text. */
public final class Strings {

  private static final String LINE_ENDS = "\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029";

  private Strings() {}

  /** Which ends {@link #strip} works on. */
  public enum Side {
    LEFT,
    RIGHT,
    BOTH
  }

  /** {@code strip}: takes off blank space, or the characters of {@code characters} if not null. */
  public static String strip(String text, String characters, Side side) {
    IntPredicate taken = characters == null ? Blank::is : oneOf(characters);
    int start = 0;
    int end = text.length();
    while (side != Side.RIGHT && start < end && taken.test(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (side != Side.LEFT && end > start && taken.test(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static IntPredicate oneOf(String characters) {
    Set<Integer> codePoints = new HashSet<>();
    characters.codePoints().forEach(codePoints::add);
    return codePoints::contains;
  }

  /** {@code split} at a separator, at most {@code limit} times unless negative. */
  public static List<Object> split(String text, String separator, int limit, Budget budget) {
    List<Object> parts = new ArrayList<>();
    int start = 0;
    while (limit < 0 || parts.size() < limit) {
      int found = TextSearch.indexOf(text, separator, start, budget);
      if (found < 0) {
        break;
      }
      addPart(parts, text.substring(start, found), budget);
      start = found + separator.length();
    }
    addPart(parts, text.substring(start), budget);
    return parts;
  }

  /** {@code rsplit}: the same from the end. */
  public static List<Object> splitFromEnd(String text, String separator, int limit, Budget budget) {
    List<Object> parts = new ArrayList<>();
    int end = text.length();
    while (limit < 0 || parts.size() < limit) {
      int found = TextSearch.lastIndexOf(text, separator, end, budget);
      if (found < 0) {
        break;
      }
      addPart(parts, text.substring(found + separator.length(), end), budget);
      end = found;
    }
    addPart(parts, text.substring(0, end), budget);
    Collections.reverse(parts);
    return parts;
  }

  /** {@code split()}: at runs of blank space, none at the ends. */
  public static List<Object> splitAtBlank(String text, int limit, Budget budget) {
    List<Object> parts = new ArrayList<>();
    budget.scan(text.length());
    int position = skip(text, 0, true);
    while (position < text.length()) {
      boolean last = limit >= 0 && parts.size() >= limit;
      int end = last ? text.length() : skip(text, position, false);
      addPart(parts, text.substring(position, end), budget);
      position = skip(text, end, true);
    }
    return parts;
  }

  /** {@code rsplit()}: the same from the end. */
  public static List<Object> splitAtBlankFromEnd(String text, int limit, Budget budget) {
    if (limit < 0) {
      return splitAtBlank(text, limit, budget);
    }
    List<Object> parts = new ArrayList<>();
    budget.scan(text.length());
    String rest = strip(text, null, Side.RIGHT);
    while (!rest.isEmpty()) {
      int start = rest.length();
      while (start > 0 && !Blank.is(rest.charAt(start - 1))) {
        start--;
      }
      start = parts.size() >= limit ? 0 : start;
      addPart(parts, rest.substring(start), budget);
      budget.allocate(start);
      rest = strip(rest.substring(0, start), null, Side.RIGHT);
    }
    Collections.reverse(parts);
    return parts;
  }

  private static int skip(String text, int from, boolean blank) {
    int position = from;
    while (position < text.length() && Blank.is(text.charAt(position)) == blank) {
      position++;
    }
    return position;
  }

  private static void addPart(List<Object> parts, String part, Budget budget) {
    budget.allocate(part.length() + Budget.OBJECT);
    parts.add(part);
  }

  /** {@code splitlines}. */
  public static List<Object> lines(String text, boolean keepEnds, Budget budget) {
    List<Object> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && LINE_ENDS.indexOf(text.charAt(end)) < 0) {
        end++;
      }
      int next = Math.min(end + 1, text.length());
      if (text.startsWith("\r\n", end)) {
        next = end + 2;
      }
      addPart(lines, text.substring(start, keepEnds ? next : end), budget);
      start = next;
    }
    return lines;
  }

  /** {@code replace}, at most {@code limit} times unless negative. */
  public static String replace(
      String text, String old, String replacement, int limit, Budget budget) {
    TextSink out = new TextSink(budget);
    int start = 0;
    for (int count = 0; limit < 0 || count < limit; count++) {
      int found = nextReplaced(text, old, start, count, budget);
      if (found < 0) {
        break;
      }
      budget.step();
      out.append(text.substring(start, found)).append(replacement);
      start = found + old.length();
    }
    return out.append(text.substring(start)).toString();
  }

  /** An empty {@code old} is found before every character and at the end. */
  private static int nextReplaced(String text, String old, int start, int count, Budget budget) {
    if (!old.isEmpty()) {
      return TextSearch.indexOf(text, old, start, budget);
    }
    if (count == 0) {
      return 0;
    }
    return start == text.length() ? -1 : text.offsetByCodePoints(start, 1);
  }

  /** {@code capitalize}. */
  public static String capitalize(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int end = text.offsetByCodePoints(0, 1);
    return titleCase(text.codePointAt(0)) + text.substring(end).toLowerCase(Locale.ROOT);
  }

  /** {@code title}: every letter after a non-letter becomes large. */
  public static String title(String text) {
    StringBuilder out = new StringBuilder();
    boolean insideWord = false;
    for (int codePoint : text.codePoints().toArray()) {
      String character = Character.toString(codePoint);
      out.append(insideWord ? character.toLowerCase(Locale.ROOT) : titleCase(codePoint));
      insideWord = isCased(codePoint);
    }
    return out.toString();
  }

  /** The large form of a letter at a word's start: ß becomes Ss. */
  private static String titleCase(int codePoint) {
    String upper = Character.toString(codePoint).toUpperCase(Locale.ROOT);
    boolean expands = upper.codePointCount(0, upper.length()) > 1;
    if (!expands) {
      return Character.toString(Character.toTitleCase(codePoint));
    }
    int first = upper.offsetByCodePoints(0, 1);
    return upper.substring(0, first) + upper.substring(first).toLowerCase(Locale.ROOT);
  }

  private static boolean isCased(int codePoint) {
    return Character.isUpperCase(codePoint)
        || Character.isLowerCase(codePoint)
        || Character.isTitleCase(codePoint);
  }

  /** {@code swapcase}. */
  public static String swapCase(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            codePoint -> {
              String character = Character.toString(codePoint);
              out.append(
                  Character.isUpperCase(codePoint)
                      ? character.toLowerCase(Locale.ROOT)
                      : character.toUpperCase(Locale.ROOT));
            });
    return out.toString();
  }

  /** {@code isupper} or {@code islower}: letters with case exist, and all have this one. */
  public static boolean hasOnlyCase(String text, boolean upper) {
    boolean found = false;
    for (int codePoint : text.codePoints().toArray()) {
      boolean wanted = upper ? Character.isUpperCase(codePoint) : Character.isLowerCase(codePoint);
      if (!wanted && isCased(codePoint)) {
        return false;
      }
      found |= wanted;
    }
    return found;
  }

  /** Whether there are characters and all of them pass. */
  public static boolean all(String text, IntPredicate predicate) {
    return !text.isEmpty() && text.codePoints().allMatch(predicate);
  }

  /** {@code count}: places where the text occurs without overlap. */
  public static int count(String text, String wanted, Budget budget) {
    if (wanted.isEmpty()) {
      budget.scan(text.length());
      return Text.length(text) + 1;
    }
    int count = 0;
    int found = TextSearch.indexOf(text, wanted, 0, budget);
    while (found >= 0) {
      count++;
      budget.step();
      found = TextSearch.indexOf(text, wanted, found + wanted.length(), budget);
    }
    return count;
  }
}
