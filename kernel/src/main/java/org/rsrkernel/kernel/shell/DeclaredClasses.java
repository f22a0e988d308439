package org.rsrkernel.kernel.shell;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which class is the newest of those that cells have declared under a name. Thread-safe. */
final class DeclaredClasses {
  private static final Pattern DECLARED_BY_CELL =
      Pattern.compile("REPL\\.\\$JShell\\$\\w+\\$(\\p{javaUnicodeIdentifierStart}.*)");

  private final Map<String, String> newestByDeclaredName = new ConcurrentHashMap<>();

  /** Takes note of a class that was compiled. */
  void add(String className) {
    declaredName(className).ifPresent(declared -> newestByDeclaredName.put(declared, className));
  }

  /** Whether a cell has declared the class anew since. */
  boolean isOutdated(Class<?> type) {
    return !newest(type.getName()).equals(type.getName());
  }

  /** The name of the class that the last declaration of the same name has made. */
  String newest(String className) {
    return declaredName(className).map(newestByDeclaredName::get).orElse(className);
  }

  /** {@code Point} for {@code REPL.$JShell$12B$Point}; empty for what has no name of its own. */
  private static Optional<String> declaredName(String className) {
    Matcher matcher = DECLARED_BY_CELL.matcher(className);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
