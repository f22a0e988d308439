package org.rsrkernel.scoring;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Keeps scores for as long as the kernel lives. */
public final class MemoryScoreStore implements ScoreStore {

  private final Map<ScoreKey, TokenScores> known = new ConcurrentHashMap<>();

  @Override
  public void find(Collection<ScoreKey> keys, BiConsumer<ScoreKey, TokenScores> found) {
    for (ScoreKey key : keys) {
      TokenScores scores = known.get(key);
      if (scores != null) {
        found.accept(key, scores);
      }
    }
  }

  @Override
  public void keepAll(Map<ScoreKey, TokenScores> scores) {
    known.putAll(scores);
  }

  /** How many trajectories' scores there are. */
  public int size() {
    return known.size();
  }

  /** Forgets everything. */
  public void clear() {
    known.clear();
  }
}
