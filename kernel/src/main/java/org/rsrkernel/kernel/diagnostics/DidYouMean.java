package org.rsrkernel.kernel.diagnostics;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import org.rsrkernel.kernel.analysis.TypeIndex;

/** Proposals for a name that does not exist: names that are close, classes that want an import. */
public final class DidYouMean {

  private static final int MOST_PROPOSALS = 4;

  private final SourceCodeAnalysis analysis;

  DidYouMean(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /**
   * Proposals for the unknown name at an offset of a snippet, best first.
   *
   * @param start where the name starts in {@code source}
   */
  List<String> proposals(String source, int start, String name) {
    Stream<String> near =
        namesAt(source, start).stream().filter(c -> isNear(name, c)).sorted(byDistance(name));
    return Stream.concat(near, imports(source, start, name))
        .distinct()
        .limit(MOST_PROPOSALS)
        .toList();
  }

  private List<String> namesAt(String source, int start) {
    return analysis.completionSuggestions(source.substring(0, start), start, new int[1]).stream()
        .map(suggestion -> suggestion.continuation().replaceFirst("\\(.*", ""))
        .filter(continuation -> !continuation.isEmpty())
        .distinct()
        .toList();
  }

  private Stream<String> imports(String source, int start, String name) {
    boolean member = source.substring(0, start).stripTrailing().endsWith(".");
    if (member || !Character.isUpperCase(name.codePointAt(0))) {
      return Stream.empty();
    }
    int end = start + name.length();
    return analysis.listQualifiedNames(source.substring(0, end), end).getNames().stream()
        .sorted(TypeIndex.NEAREST_FIRST)
        .map(qualified -> "import " + qualified + ";");
  }

  private static Comparator<String> byDistance(String name) {
    return Comparator.<String>comparingInt(candidate -> distance(name, candidate))
        .thenComparing(Comparator.naturalOrder());
  }

  private static boolean isNear(String name, String candidate) {
    int most = Math.max(1, name.length() / 3);
    return !Objects.equals(name, candidate)
        && Math.abs(name.length() - candidate.length()) <= most
        && distance(name, candidate) <= most;
  }

  /** Edits from one name to the other; a swap of neighbours is one edit, letter case is free. */
  public static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : fewestEdits(a, b, i, j, edits);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int fewestEdits(String a, String b, int i, int j, int[][] edits) {
    int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int fewest = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
  }
}
