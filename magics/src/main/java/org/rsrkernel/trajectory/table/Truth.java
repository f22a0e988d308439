package org.rsrkernel.trajectory.table;

import java.util.Locale;
import java.util.Set;

/** What people write for right and wrong. */
final class Truth {

  private static final Set<String> TRUE = Set.of("true", "1", "1.0", "yes", "correct", "right");
  private static final Set<String> FALSE = Set.of("false", "0", "0.0", "no", "incorrect", "wrong");

  private Truth() {}

  /** Null if the text says neither. */
  static Boolean of(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (TRUE.contains(word)) {
      return Boolean.TRUE;
    }
    return FALSE.contains(word) ? Boolean.FALSE : null;
  }
}
