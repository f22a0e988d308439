package org.rsrkernel.kernel.source;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.Snippet;

/**
 * Remembers which cell each snippet came from, so that a stack frame can name its cell and line.
 * Thread-safe.
 */
public final class SnippetOrigins {

  private final Map<String, SnippetSpan> spansById = new ConcurrentHashMap<>();

  /** To be called for each snippet that the span was evaluated to. */
  public void record(Snippet snippet, SnippetSpan span) {
    spansById.put(snippet.id(), span); // a redefined snippet keeps its id
  }

  /** Forgets all but these. */
  public void retain(Set<String> snippetIds) {
    spansById.keySet().retainAll(snippetIds);
  }

  /** Where the snippet came from; empty for snippets the kernel ran on its own behalf. */
  public Optional<SnippetSpan> of(String snippetId) {
    return Optional.ofNullable(spansById.get(snippetId));
  }
}
