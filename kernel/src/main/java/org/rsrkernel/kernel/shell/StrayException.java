package org.rsrkernel.kernel.shell;

import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;

/**
 * An exception that no snippet ended with: one of another thread, of a {@code toString()}, or a
 * value. Only JShell knows which line of a cell each frame of its stack is, so it is thrown once
 * more, by a snippet.
 */
public final class StrayException {
  private static final ThreadLocal<Throwable> STRAY = new ThreadLocal<>();
  private static final String RETHROW = StrayException.class.getName() + ".rethrow();";

  private StrayException() {}

  /** The exception as JShell reports those of snippets. */
  static Throwable asSeenBy(JShell jshell, Throwable stray) {
    STRAY.set(stray);
    try {
      List<SnippetEvent> events = jshell.eval(RETHROW);
      events.forEach(event -> jshell.drop(event.snippet()));
      Exception seen = events.get(0).exception();
      return seen == null ? stray : seen;
    } finally {
      STRAY.remove();
    }
  }

  /** Called by the snippet. */
  public static void rethrow() throws Throwable {
    throw STRAY.get();
  }
}
