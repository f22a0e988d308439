package org.rsrkernel.scoring;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Keeps token scores by key, so that no token is computed twice. Thread-safe. */
public interface ScoreStore {

  /**
   * Finds the scores stored under those of the keys that are known, one after the other, so that
   * they need not all be in memory.
   *
   * @param found told of each in any order, by several threads at once; rarely twice of the same.
   *     It must not ask the store.
   */
  void find(Collection<ScoreKey> keys, BiConsumer<ScoreKey, TokenScores> found);

  /** The scores stored under those of the keys that are known, all at once. */
  default Map<ScoreKey, TokenScores> findAll(Collection<ScoreKey> keys) {
    Map<ScoreKey, TokenScores> all = new ConcurrentHashMap<>();
    find(keys, all::put);
    return all;
  }

  /** Keeps scores; what was stored under a key before is equal. */
  void keepAll(Map<ScoreKey, TokenScores> scores);
}
