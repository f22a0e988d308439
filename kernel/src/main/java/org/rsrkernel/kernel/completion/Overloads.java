package org.rsrkernel.kernel.completion;

import java.util.LinkedHashMap;
import java.util.Map;

/** The methods of one name, told in one line. */
final class Overloads {
  private final Map<String, Integer> closenessBySignature = new LinkedHashMap<>();
  private boolean takesArguments;
  private boolean takesNone;

  void add(String signature, int closeness, boolean hasParameters) {
    closenessBySignature.merge(signature, closeness, Math::min);
    takesArguments |= hasParameters;
    takesNone |= !hasParameters;
  }

  boolean isEmpty() {
    return closenessBySignature.isEmpty();
  }

  /** How near the nearest of them is declared. */
  int closeness() {
    return closenessBySignature.values().stream().min(Integer::compare).orElseThrow();
  }

  /** Closed only where no argument can follow. */
  String brackets() {
    return takesNone && !takesArguments ? "()" : "(";
  }

  /** Such as {@code (int) String (+2)}; the nearest first. */
  @Override
  public String toString() {
    String first =
        closenessBySignature.entrySet().stream()
            .min(Map.Entry.comparingByValue())
            .orElseThrow()
            .getKey();
    int others = closenessBySignature.size() - 1;
    return others == 0 ? first : first + " (+" + others + ")";
  }
}
