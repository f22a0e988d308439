package org.rsrkernel.scoring;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps scores for as long as the kernel lives. */
public final class MemoryScoreStore implements ScoreStore {

  private final Map<ScoreKey, TokenScores> scores = new ConcurrentHashMap<>();

  @Override
  public Optional<TokenScores> find(ScoreKey key) {
    return Optional.ofNullable(scores.get(key));
  }

  @Override
  public void keep(ScoreKey key, TokenScores scores) {
    this.scores.put(key, scores);
  }
}
