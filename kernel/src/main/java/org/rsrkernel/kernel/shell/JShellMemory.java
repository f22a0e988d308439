package org.rsrkernel.kernel.shell;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * Lets JShell forget snippets that no cell can name any more. By itself JShell keeps each snippet
 * and its class file for good, and looks through all of them whenever it compiles, so that after
 * thousands of cells it is slow and large. Used with JShell's lock held.
 */
final class JShellMemory {
  private static final int REMEMBERED = 200;
  private static final int FORGOTTEN_AT_ONCE = 100;
  private static final int COMPILERS_RENEWED_AFTER = 1000;

  private final Optional<JShellTables> tables;
  private int snippetsSinceRenewal;

  JShellMemory(JShell jshell) {
    this.tables = JShellTables.of(jshell);
  }

  /**
   * To be called after each snippet; does something only now and then.
   *
   * @param recentClasses names of the classes loaded last: what they left running may still fail,
   *     and the error shall name its cell
   * @return what is left, if something was forgotten
   */
  Optional<Remembered> forgetTheDead(Collection<String> recentClasses) {
    if (tables.isEmpty()) {
      return Optional.empty();
    }
    if (++snippetsSinceRenewal >= COMPILERS_RENEWED_AFTER) {
      snippetsSinceRenewal = 0;
      tables.get().renewCompilers(); // what they keep from task to task grows, too
    }
    return forgetTheDead(tables.get(), recentClasses);
  }

  private static Optional<Remembered> forgetTheDead(
      JShellTables tables, Collection<String> recentClasses) {
    List<Snippet> dead = tables.deadSnippets();
    if (dead.size() < REMEMBERED + FORGOTTEN_AT_ONCE) {
      return Optional.empty();
    }
    dead.subList(0, dead.size() - REMEMBERED).forEach(tables::remove);
    Set<String> classes = tables.classesOfActiveSnippets();
    classes.addAll(recentClasses);
    tables.retain(classes);
    Set<String> ids = tables.snippets().stream().map(Snippet::id).collect(Collectors.toSet());
    return Optional.of(new Remembered(ids, classes));
  }

  /**
   * What JShell still knows.
   *
   * @param snippetIds the ids of its snippets
   * @param classes the names of their top-level classes
   */
  record Remembered(Set<String> snippetIds, Set<String> classes) {}
}
