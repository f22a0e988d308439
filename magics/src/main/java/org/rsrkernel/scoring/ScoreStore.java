package org.rsrkernel.scoring;

import java.util.Collection;
import java.util.Map;

/** Keeps token scores by key, so that no token is computed twice. Thread-safe. */
public interface ScoreStore {

  /** The scores stored under those of the keys that are known. */
  Map<ScoreKey, TokenScores> findAll(Collection<ScoreKey> keys);

  /** Keeps scores; what was stored under a key before is equal. */
  void keepAll(Map<ScoreKey, TokenScores> scores);
}
