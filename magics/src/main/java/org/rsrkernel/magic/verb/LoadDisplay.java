package org.rsrkernel.magic.verb;

import java.util.Locale;
import java.util.stream.Collectors;
import org.rsrkernel.magic.session.Notebook;
import org.rsrkernel.trajectory.LoadProgress;
import org.rsrkernel.trajectory.LoadReport;
import org.rsrkernel.trajectory.report.Repetition;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.html.Escaped;

/** Shows how far a long load has come, and in its place how the load went. */
final class LoadDisplay implements LoadProgress {

  private static final long REDRAW_NANOS = 100_000_000;

  private final Notebook notebook;
  private Notebook.Display display;
  private long drawnNanos;

  LoadDisplay(Notebook notebook) {
    this.notebook = notebook;
  }

  @Override
  public void report(long rows, long bytesRead, long bytesTotal) {
    long now = System.nanoTime();
    if (bytesRead >= bytesTotal || (display != null && now - drawnNanos < REDRAW_NANOS)) {
      return;
    }
    drawnNanos = now;
    draw(
        String.format(
            Locale.ROOT,
            "Loading: %,d rows, %,.0f of %,.0f MB",
            rows,
            bytesRead / 1e6,
            bytesTotal / 1e6));
  }

  /** The report in a line where all is well, else whole. */
  void show(LoadReport report) {
    boolean well =
        report.rowsSkipped() == 0 && report.duplicates().isEmpty() && report.notes().isEmpty();
    draw(
        well
            ? "Loaded %,d row%s: %s"
                .formatted(report.rowsKept(), report.rowsKept() == 1 ? "" : "s", report.coverage())
            : "Loaded " + report + hint(report));
  }

  private static String hint(LoadReport report) {
    if (report.duplicates().isEmpty() || report.rowsDropped() > 0) {
      return "";
    }
    String repetitions =
        report.duplicates().found().stream()
            .map(Repetition::toString)
            .collect(Collectors.joining(","));
    return "\n         --drop-duplicates " + repetitions + " leaves out what repeats";
  }

  private void draw(String text) {
    Rendering rendering = Rendering.of("<pre>" + Escaped.html(text) + "</pre>", text);
    if (display == null) {
      display = notebook.display(rendering);
    } else {
      display.replace(rendering);
    }
  }
}
