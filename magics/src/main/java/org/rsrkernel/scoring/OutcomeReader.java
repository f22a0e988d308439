package org.rsrkernel.scoring;

/**
 * Takes of an outcome what is wanted of it, as soon as it is known: token scores that are not taken
 * need no memory any more.
 *
 * @param <T> what is taken
 */
@FunctionalInterface
public interface OutcomeReader<T> {

  /**
   * Reads one outcome; called by several threads at once.
   *
   * @param index of the trajectory in the input
   */
  T read(int index, ScoredTrajectory outcome);
}
