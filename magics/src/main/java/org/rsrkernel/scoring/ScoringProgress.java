package org.rsrkernel.scoring;

/**
 * How far a run is.
 *
 * @param trajectories all that were given
 * @param done those with an outcome, cached ones included
 * @param failed those whose outcome is not a score
 * @param cached those whose scores were already stored
 * @param work what the whole run computes, for the sequences that are not cached
 * @param tokensComputed tokens that went through the student so far
 * @param elapsedNanos since the run began
 */
public record ScoringProgress(
    int trajectories,
    int done,
    int failed,
    int cached,
    PlannedWork work,
    long tokensComputed,
    long elapsedNanos) {

  /** Told about progress on the thread that scores, after each batch. */
  @FunctionalInterface
  public interface Listener {
    void onProgress(ScoringProgress progress);
  }
}
