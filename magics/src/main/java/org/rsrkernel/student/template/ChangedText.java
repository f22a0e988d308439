package org.rsrkernel.student.template;

/**
 * The part of a text that is not there in others: {@code [start, end)}, in UTF-16 units.
 *
 * @param whole whether it ends where the turn's own text ends; if not, more of it may follow
 */
record ChangedText(int start, int end, boolean whole) {

  /** The part of a text outside what it shares with all others at its start and at its end. */
  static ChangedText between(String text, Iterable<String> others, boolean whole) {
    int prefix = text.length();
    int suffix = text.length();
    for (String other : others) {
      prefix = Math.min(prefix, commonPrefix(text, other));
      suffix = Math.min(suffix, commonSuffix(text, text.length(), other));
    }
    return new ChangedText(prefix, Math.max(prefix, text.length() - suffix), whole);
  }

  static int commonPrefix(String one, String other) {
    int length = Math.min(one.length(), other.length());
    int common = 0;
    while (common < length && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    return common;
  }

  /** Characters that the text before {@code end} and the other text have in common at the end. */
  static int commonSuffix(String text, int end, String other) {
    int length = Math.min(end, other.length());
    int common = 0;
    while (common < length
        && text.charAt(end - 1 - common) == other.charAt(other.length() - 1 - common)) {
      common++;
    }
    return common;
  }
}
