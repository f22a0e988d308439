package org.rsrkernel.scoring.cache;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.TokenScores;

/** The scores that were used last, up to a number of tokens; the disk has them too. Thread-safe. */
final class RecentScores {

  private final long mostTokens;
  private final Map<ScoreKey, TokenScores> byLastUse = new LinkedHashMap<>(16, 0.75f, true);
  private long tokens;

  RecentScores(long mostTokens) {
    this.mostTokens = mostTokens;
  }

  synchronized Optional<TokenScores> find(ScoreKey key) {
    return Optional.ofNullable(byLastUse.get(key));
  }

  synchronized void keep(ScoreKey key, TokenScores scores) {
    TokenScores before = byLastUse.put(key, scores);
    tokens += scores.sequenceLength() - (before == null ? 0 : before.sequenceLength());
    Iterator<TokenScores> eldest = byLastUse.values().iterator();
    while (tokens > mostTokens) {
      tokens -= eldest.next().sequenceLength();
      eldest.remove();
    }
  }

  /** Begins to take in what is read from the disk. */
  Reading reading() {
    return new Reading();
  }

  /**
   * What is read at once, all of it kept or nothing: of more than there is room for, each part
   * would only push out the one before.
   */
  final class Reading implements BiConsumer<ScoreKey, TokenScores> {

    private final Map<ScoreKey, TokenScores> read = new HashMap<>();
    private long readTokens;

    @Override
    public synchronized void accept(ScoreKey key, TokenScores scores) {
      readTokens += scores.sequenceLength();
      if (readTokens <= mostTokens) {
        read.put(key, scores);
      } else {
        read.clear();
      }
    }

    synchronized void end() {
      read.forEach(RecentScores.this::keep);
    }
  }

  synchronized int size() {
    return byLastUse.size();
  }

  synchronized void clear() {
    byLastUse.clear();
    tokens = 0;
  }
}
