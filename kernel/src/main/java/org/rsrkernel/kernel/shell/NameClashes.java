package org.rsrkernel.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;

/**
 * Lets the later of an import and a class of the same name win, as the later of two variables does.
 * JShell lets both stand, and no snippet compiles from then on.
 */
final class NameClashes {
  private final JShell jshell;

  NameClashes(JShell jshell) {
    this.jshell = jshell;
  }

  /**
   * Removes what an evaluated snippet clashes with.
   *
   * @return what came of the snippet in the end
   */
  List<SnippetEvent> settle(String source, List<SnippetEvent> events) {
    for (SnippetEvent event : events) {
      if (event.snippet() instanceof ImportSnippet added && event.status().isActive()) {
        return withoutClass(simpleName(added), events);
      }
      if (event.snippet() instanceof TypeDeclSnippet && event.status().isActive()) {
        clashingImport(source).ifPresent(jshell::drop);
        return events;
      }
      if (event.status() == Status.REJECTED) {
        return clashingImport(source).map(old -> instead(old, source, events)).orElse(events);
      }
    }
    return events;
  }

  private List<SnippetEvent> withoutClass(String name, List<SnippetEvent> events) {
    List<SnippetEvent> all = new ArrayList<>(events);
    jshell
        .types()
        .filter(type -> type.name().equals(name) && jshell.status(type).isActive())
        .toList()
        .forEach(type -> all.addAll(jshell.drop(type)));
    return all;
  }

  private Optional<ImportSnippet> clashingImport(String source) {
    Optional<String> declared =
        jshell.sourceCodeAnalysis().sourceToSnippets(source).stream()
            .filter(TypeDeclSnippet.class::isInstance)
            .map(snippet -> ((TypeDeclSnippet) snippet).name())
            .findFirst();
    return jshell
        .imports()
        .filter(old -> declared.isPresent() && simpleName(old).equals(declared.get()))
        .filter(old -> jshell.status(old).isActive())
        .findFirst();
  }

  private List<SnippetEvent> instead(ImportSnippet old, String source, List<SnippetEvent> refused) {
    jshell.drop(old);
    List<SnippetEvent> events = jshell.eval(source);
    boolean accepted = events.stream().allMatch(event -> event.status() != Status.REJECTED);
    if (!accepted) {
      jshell.eval(old.source());
    }
    return accepted ? events : refused;
  }

  /** Empty for imports of all names, which clash with nothing. */
  private static String simpleName(ImportSnippet imported) {
    boolean ofOneClass = imported.subKind() == Snippet.SubKind.SINGLE_TYPE_IMPORT_SUBKIND;
    return ofOneClass ? imported.fullname().replaceFirst(".*\\.", "") : "";
  }
}
