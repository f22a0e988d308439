package org.rsrkernel.magic.verb;

import java.util.OptionalDouble;
import org.rsrkernel.magic.session.Notebook;
import org.rsrkernel.scoring.PlannedWork;
import org.rsrkernel.scoring.ScoringProgress;
import org.rsrkernel.view.progress.Progress;
import org.rsrkernel.view.progress.ProgressView;

/** Shows a scoring run below its cell, at most ten times a second; its last state stays. */
final class ScoringDisplay implements ScoringProgress.Listener, AutoCloseable {

  private static final long REDRAW_NANOS = 100_000_000;
  private static final String TO_GO_ON =
      "what is finished is kept; the same line goes on from there";

  private final Notebook notebook;
  private final boolean keepsScores;
  private Notebook.Display display;
  private ScoringProgress latest;
  private long drawnNanos;

  /**
   * @param keepsScores whether a run after an interrupt goes on from what is finished
   */
  ScoringDisplay(Notebook notebook, boolean keepsScores) {
    this.notebook = notebook;
    this.keepsScores = keepsScores;
  }

  @Override
  public void onProgress(ScoringProgress progress) {
    latest = progress;
    long now = System.nanoTime();
    if (display == null) {
      display = notebook.display(ProgressView.of(shown(Progress.State.RUNNING)));
      drawnNanos = now;
    } else if (now - drawnNanos >= REDRAW_NANOS) {
      display.replace(ProgressView.of(shown(Progress.State.RUNNING)));
      drawnNanos = now;
    }
  }

  /** Draws the last state. */
  @Override
  public void close() {
    if (display != null) {
      boolean finished = latest.done() == latest.trajectories();
      display.replace(
          ProgressView.of(shown(finished ? Progress.State.FINISHED : Progress.State.INTERRUPTED)));
    }
  }

  private Progress shown(Progress.State state) {
    double seconds = latest.elapsedNanos() / 1e9;
    long left = latest.work().tokensComputed() - latest.tokensComputed();
    OptionalDouble secondsLeft =
        latest.tokensComputed() == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(seconds * left / latest.tokensComputed());
    return new Progress(
        "Scored",
        state,
        latest.done(),
        latest.trajectories(),
        latest.cached(),
        latest.failed(),
        latest.tokensComputed(),
        keepsScores && state == Progress.State.INTERRUPTED ? TO_GO_ON : plan(latest.work()),
        seconds,
        secondsLeft);
  }

  /** What the run computes; nothing if everything was in the cache. */
  private static String plan(PlannedWork work) {
    return work.tokensIn() == 0
        ? ""
        : "plan: %,d tokens in, %,d computed, %,d rows of logits"
            .formatted(work.tokensIn(), work.tokensComputed(), work.logitsComputed());
  }
}
