package org.rsrkernel.kernel.magic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** There is no magic of that name; says which one may have been meant. */
public final class UnknownMagicException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MOST_EDITS = 2;

  UnknownMagicException(String sign, String name, Collection<String> known) {
    super(message(sign, name, known));
  }

  private static String message(String sign, String name, Collection<String> known) {
    Optional<String> near =
        known.stream()
            .filter(candidate -> edits(candidate, name) <= MOST_EDITS)
            .min(Comparator.comparingInt(candidate -> edits(candidate, name)));
    String proposal = near.map(meant -> " Did you mean " + sign + meant + "?").orElse("");
    return "there is no magic " + sign + name + "." + proposal + " %lsmagic lists all.";
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
