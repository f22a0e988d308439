package org.rsrkernel.kernel.diagnostics;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import org.rsrkernel.kernel.analysis.TypeIndex;

/** Proposals for a name that does not exist: names that are close, classes that want an import. */
public final class DidYouMean {

  private static final int MOST_PROPOSALS = 4;

  /** Of shorter names only the case of letters may be wrong: everything else is near. */
  private static final int SHORTEST_NAME = 3;

  private static final Map<String, String> OF_OTHER_LANGUAGES =
      Map.of(
          "print", "System.out.println",
          "println", "System.out.println",
          "printf", "System.out.printf",
          "let", "var",
          "val", "var",
          "bool", "boolean",
          "True", "true",
          "False", "false",
          "None", "null",
          "nil", "null");

  private final SourceCodeAnalysis analysis;
  private final TypeIndex index;

  DidYouMean(SourceCodeAnalysis analysis, TypeIndex index) {
    this.analysis = analysis;
    this.index = index;
  }

  /**
   * Proposals for the unknown name at an offset of a snippet, best first.
   *
   * @param start where the name starts in {@code source}
   */
  List<String> proposals(String source, int start, String name) {
    boolean member = isMember(source, start);
    Stream<String> elsewhere =
        member ? Stream.empty() : Stream.ofNullable(OF_OTHER_LANGUAGES.get(name));
    Stream<String> near = near(name, namesAt(source.substring(0, start)));
    return Stream.of(elsewhere, member ? Stream.<String>empty() : imports(name), near)
        .flatMap(Function.identity())
        .distinct()
        .limit(MOST_PROPOSALS)
        .toList();
  }

  /**
   * Proposals for a package that does not exist: the one with a similar name, with the class that
   * the source wants of it, and the imports of classes of that name.
   *
   * @param source where {@code missing} stands, followed by the class or by {@code .*}
   */
  List<String> packages(String missing, String source) {
    Matcher wanted =
        Pattern.compile(Pattern.quote(missing) + "\\s*\\.\\s*([\\w$]+|\\*)").matcher(source);
    String className = wanted.find() ? wanted.group(1) : "*";
    Stream<String> similar = similarPackage(missing).map(name -> name + "." + className).stream();
    Stream<String> imported =
        className.equals("*") ? Stream.empty() : index.classesNamed(className).stream();
    return Stream.concat(similar, imported)
        .distinct()
        .limit(MOST_PROPOSALS)
        .map(name -> source.startsWith("import") ? "import " + name + ";" : name)
        .toList();
  }

  /** The existing package that differs in one part of its name only. */
  private Optional<String> similarPackage(String missing) {
    String found = "";
    for (String part : missing.split("\\.")) {
      List<String> known = index.packagesIn(found);
      Optional<String> next =
          known.contains(part) ? Optional.of(part) : near(part, known).findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      found += (found.isEmpty() ? "" : ".") + next.get();
    }
    return Optional.of(found);
  }

  private static boolean isMember(String source, int start) {
    return source.substring(0, start).stripTrailing().endsWith(".");
  }

  private static Stream<String> near(String name, List<String> known) {
    return known.stream().filter(candidate -> isNear(name, candidate)).sorted(byDistance(name));
  }

  private List<String> namesAt(String before) {
    return analysis.completionSuggestions(before, before.length(), new int[1]).stream()
        .map(suggestion -> suggestion.continuation().replaceFirst("[.(].*", ""))
        .filter(continuation -> !continuation.isEmpty() && !continuation.startsWith("$"))
        .distinct()
        .toList();
  }

  private Stream<String> imports(String name) {
    return Character.isUpperCase(name.codePointAt(0))
        ? index.classesNamed(name).stream().map(qualified -> "import " + qualified + ";")
        : Stream.empty();
  }

  private static Comparator<String> byDistance(String name) {
    return Comparator.<String>comparingInt(candidate -> distance(name, candidate))
        .thenComparing(Comparator.naturalOrder());
  }

  private static boolean isNear(String name, String candidate) {
    int most = name.length() < SHORTEST_NAME ? 0 : Math.max(1, name.length() / 3);
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
