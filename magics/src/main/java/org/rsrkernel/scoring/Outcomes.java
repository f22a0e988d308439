package org.rsrkernel.scoring;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * What was read of the outcomes that are known so far, in the input's order, with their counts.
 * Thread-safe.
 */
final class Outcomes<T> {

  private final OutcomeReader<T> reader;
  private final List<T> read;
  private final BitSet settled = new BitSet();
  private int withScores;

  Outcomes(int trajectories, OutcomeReader<T> reader) {
    this.reader = reader;
    this.read = new ArrayList<>(Collections.nCopies(trajectories, null));
  }

  /** Reads an outcome; that of a trajectory that has one already is left out. */
  void settle(int index, ScoredTrajectory outcome) {
    if (isSettled(index)) {
      return;
    }
    T taken = reader.read(index, outcome);
    synchronized (this) {
      if (!settled.get(index)) {
        settled.set(index);
        read.set(index, taken);
        withScores += outcome.scores().isPresent() ? 1 : 0;
      }
    }
  }

  synchronized boolean isSettled(int index) {
    return settled.get(index);
  }

  /** How many there will be. */
  int trajectories() {
    return read.size();
  }

  synchronized int settled() {
    return settled.cardinality();
  }

  synchronized int withScores() {
    return withScores;
  }

  /** All that was read; every trajectory has its outcome by then. */
  synchronized List<T> all() {
    return List.copyOf(read);
  }
}
