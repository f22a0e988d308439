package org.rsrkernel.kernel.magic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.rsrkernel.kernel.diagnostics.DidYouMean;

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
            .filter(candidate -> DidYouMean.distance(candidate, name) <= MOST_EDITS)
            .min(Comparator.comparingInt(candidate -> DidYouMean.distance(candidate, name)));
    String proposal = near.map(meant -> " Did you mean " + sign + meant + "?").orElse("");
    return "there is no magic " + sign + name + "." + proposal + " %lsmagic lists all.";
  }
}
