package org.rsrkernel.scoring;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps scores for as long as the kernel lives. */
public final class MemoryScoreStore implements ScoreStore {

  private final Map<ScoreKey, TokenScores> known = new ConcurrentHashMap<>();

  @Override
  public Map<ScoreKey, TokenScores> findAll(Collection<ScoreKey> keys) {
    Map<ScoreKey, TokenScores> found = new HashMap<>();
    for (ScoreKey key : keys) {
      TokenScores scores = known.get(key);
      if (scores != null) {
        found.put(key, scores);
      }
    }
    return found;
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
