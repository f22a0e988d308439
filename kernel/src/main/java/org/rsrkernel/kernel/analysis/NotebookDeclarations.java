package org.rsrkernel.kernel.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.ImportSnippet;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * What the notebook's cells have declared so far. Follow a JShell with {@code
 * jshell.onSnippetEvent(declarations::accept)}. Thread-safe.
 */
public final class NotebookDeclarations {

  private final Map<String, Snippet> snippetsByKey = new LinkedHashMap<>();

  /** Takes note of what evaluating a snippet has declared, replaced or dropped. */
  public synchronized void accept(SnippetEvent event) {
    Snippet snippet = event.snippet();
    String key = keyOf(snippet);
    boolean gone = !event.status().isActive();
    if (gone && snippetsByKey.get(key) == snippet) {
      snippetsByKey.remove(key);
    } else if (!gone && !key.isEmpty()) {
      snippetsByKey.remove(key);
      snippetsByKey.put(key, snippet);
    }
  }

  /** Forgets everything, for a notebook that starts anew. */
  public synchronized void clear() {
    snippetsByKey.clear();
  }

  /** The import declarations, a line each. */
  synchronized String imports() {
    return snippetsByKey.values().stream()
        .filter(ImportSnippet.class::isInstance)
        .map(snippet -> snippet.source() + ";\n")
        .collect(Collectors.joining());
  }

  /** Variables, methods and classes as static members of a class. */
  synchronized String members() {
    return List.copyOf(snippetsByKey.values()).stream()
        .map(NotebookDeclarations::member)
        .collect(Collectors.joining());
  }

  private static String member(Snippet snippet) {
    if (snippet instanceof VarSnippet variable) {
      return "static " + variable.typeName() + " " + variable.name() + ";\n";
    }
    if (snippet instanceof MethodSnippet || snippet instanceof TypeDeclSnippet) {
      return CellOutline.asStatic(snippet.source()) + "\n";
    }
    return "";
  }

  private static String keyOf(Snippet snippet) {
    if (snippet instanceof VarSnippet variable) {
      return "variable " + variable.name();
    }
    if (snippet instanceof MethodSnippet method) {
      return "method " + method.name() + "(" + method.parameterTypes() + ")";
    }
    if (snippet instanceof TypeDeclSnippet type) {
      return "type " + type.name();
    }
    return snippet instanceof ImportSnippet imported ? "import " + imported.fullname() : "";
  }
}
