package org.rsrkernel.student.template.value;

/** Finds a text in another in linear time, however often it nearly matches. */
public final class TextSearch {

  /** Up to here the plain search is linear enough. */
  private static final int SHORT_PATTERN = 32;

  private TextSearch() {}

  /** First place of the pattern at or after a position, or -1. */
  public static int indexOf(String text, String pattern, int from, Budget budget) {
    int found =
        pattern.length() <= SHORT_PATTERN
            ? text.indexOf(pattern, from)
            : knuthMorrisPratt(text, pattern, from, budget);
    budget.scan((found < 0 ? text.length() : found) - from);
    return found;
  }

  /** Last place of the pattern that ends at or before a position, or -1. */
  public static int lastIndexOf(String text, String pattern, int end, Budget budget) {
    budget.scan(end);
    if (pattern.length() <= SHORT_PATTERN) {
      return text.lastIndexOf(pattern, end - pattern.length());
    }
    budget.allocate(2L * (end + pattern.length()));
    String reversedText = new StringBuilder(text.substring(0, end)).reverse().toString();
    String reversedPattern = new StringBuilder(pattern).reverse().toString();
    int found = indexOf(reversedText, reversedPattern, 0, budget);
    return found < 0 ? -1 : end - found - pattern.length();
  }

  private static int knuthMorrisPratt(String text, String pattern, int from, Budget budget) {
    budget.allocate(2L * pattern.length());
    int[] borders = borders(pattern);
    int matched = 0;
    for (int i = from; i < text.length(); i++) {
      while (matched > 0 && text.charAt(i) != pattern.charAt(matched)) {
        matched = borders[matched - 1];
      }
      if (text.charAt(i) == pattern.charAt(matched)) {
        matched++;
      }
      if (matched == pattern.length()) {
        return i - matched + 1;
      }
    }
    return -1;
  }

  /** For every prefix, the length of the longest shorter prefix that it also ends with. */
  private static int[] borders(String pattern) {
    int[] borders = new int[pattern.length()];
    int matched = 0;
    for (int i = 1; i < pattern.length(); i++) {
      while (matched > 0 && pattern.charAt(i) != pattern.charAt(matched)) {
        matched = borders[matched - 1];
      }
      if (pattern.charAt(i) == pattern.charAt(matched)) {
        matched++;
      }
      borders[i] = matched;
    }
    return borders;
  }
}
