package org.rsrkernel.scoring;

import java.util.Optional;

/** Keeps token scores by key, so that no token is computed twice. Thread-safe. */
public interface ScoreStore {

  /** The scores stored under the key. */
  Optional<TokenScores> find(ScoreKey key);

  /** Keeps scores; what was stored under the key before is equal. */
  void keep(ScoreKey key, TokenScores scores);
}
