package org.rsrkernel.view.progress;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A moment of a run.
 *
 * @param what what is done, such as "Scoring"
 * @param done trajectories finished, those from the cache included
 * @param total trajectories there are
 * @param cached trajectories found in the cache
 * @param failed trajectories with a status other than ok
 * @param tokens tokens computed in this run
 * @param note what the run computes, or how it goes on after an interrupt, in words; may be empty
 * @param seconds since the start
 * @param secondsLeft guess of what remains; empty if there is none yet
 */
public record Progress(
    String what,
    State state,
    int done,
    int total,
    int cached,
    int failed,
    long tokens,
    String note,
    double seconds,
    OptionalDouble secondsLeft) {

  /** Where a run stands. */
  public enum State {
    RUNNING,
    FINISHED,
    INTERRUPTED
  }

  public Progress {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(secondsLeft, "secondsLeft");
    if (done < 0 || done > total) {
      throw new IllegalArgumentException(done + " done of " + total);
    }
  }

  double share() {
    return total == 0 ? 1 : (double) done / total;
  }
}
