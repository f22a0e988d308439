package org.rsrkernel.kernel.completion;

import java.util.LinkedHashSet;
import java.util.Set;

/** The methods of one name, told in one line. */
final class Overloads {

  private final Set<String> signatures = new LinkedHashSet<>();
  private boolean takesArguments;
  private boolean takesNone;

  void add(String signature, boolean hasParameters) {
    signatures.add(signature);
    takesArguments |= hasParameters;
    takesNone |= !hasParameters;
  }

  /** Closed only where no argument can follow. */
  String brackets() {
    return takesNone && !takesArguments ? "()" : "(";
  }

  /** Such as {@code (int) String (+2)}. */
  @Override
  public String toString() {
    String first = signatures.iterator().next();
    return signatures.size() == 1 ? first : first + " (+" + (signatures.size() - 1) + ")";
  }
}
