package org.rsrkernel.magic.verb;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rsrkernel.magic.session.Notebook;
import org.rsrkernel.student.hub.DownloadProgress;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.html.Escaped;

/** Shows a download below its cell, at most ten times a second. Hears from several threads. */
final class DownloadDisplay implements DownloadProgress {

  private static final long REDRAW_NANOS = 100_000_000;

  private final Notebook notebook;
  private final Map<String, String> files = new TreeMap<>();
  private Notebook.Display display;
  private long drawnNanos;

  DownloadDisplay(Notebook notebook) {
    this.notebook = notebook;
  }

  @Override
  public synchronized void update(String file, long bytes, long total) {
    files.put(file, String.format(Locale.ROOT, "%,.1f of %,.1f MB", bytes / 1e6, total / 1e6));
    long now = System.nanoTime();
    if (display == null) {
      display = notebook.display(shown());
    } else if (bytes >= total || now - drawnNanos >= REDRAW_NANOS) {
      display.replace(shown());
      drawnNanos = now;
    }
  }

  private Rendering shown() {
    String text =
        files.entrySet().stream()
            .map(file -> file.getKey() + "  " + file.getValue())
            .collect(Collectors.joining("\n"));
    return Rendering.of("<pre>" + Escaped.html(text) + "</pre>", text);
  }
}
