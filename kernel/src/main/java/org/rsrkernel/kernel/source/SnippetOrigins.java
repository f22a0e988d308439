package org.rsrkernel.kernel.source;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.Snippet;

/**
 * Remembers which cell each snippet came from, so that a stack frame can name its cell and line.
 * Thread-safe.
 */
public final class SnippetOrigins {

  private final Map<String, SnippetSpan> spansById = new ConcurrentHashMap<>();

  /** To be called for the snippet of every event that evaluating the span gave. */
  public void record(Snippet snippet, SnippetSpan span) {
    spansById.putIfAbsent(snippet.id(), span);
  }

  /** Where the snippet came from; empty for snippets the kernel ran on its own behalf. */
  public Optional<SnippetSpan> of(String snippetId) {
    return Optional.ofNullable(spansById.get(snippetId));
  }
}
