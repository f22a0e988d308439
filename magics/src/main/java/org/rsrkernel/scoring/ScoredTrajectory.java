package org.rsrkernel.scoring;

import java.util.Optional;

/**
 * What became of one trajectory.
 *
 * @param status {@code ok}, {@code truncated}, {@code no_response} or {@code error: …}
 * @param key under which the scores are kept; empty where there are none
 * @param scores empty unless the status is {@code ok} or {@code truncated}
 */
public record ScoredTrajectory(
    String status, Optional<ScoreKey> key, Optional<TokenScores> scores) {

  static final String OK = "ok";

  /** Status of a trajectory whose end was cut off. */
  public static final String TRUNCATED = "truncated";

  static final String NO_RESPONSE = "no_response";

  static ScoredTrajectory of(ScoreKey key, TokenScores scores) {
    return new ScoredTrajectory(
        scores.truncated() ? TRUNCATED : OK, Optional.of(key), Optional.of(scores));
  }

  static ScoredTrajectory withoutResponse() {
    return new ScoredTrajectory(NO_RESPONSE, Optional.empty(), Optional.empty());
  }

  /** Of a trajectory that has scores, but not of the part that is asked for. */
  public static ScoredTrajectory lacking(String status) {
    return new ScoredTrajectory(status, Optional.empty(), Optional.empty());
  }

  /** The same outcome with a part of its scores. */
  public ScoredTrajectory withScores(TokenScores part) {
    return new ScoredTrajectory(status, key, Optional.of(part));
  }

  static ScoredTrajectory failed(String reason) {
    return new ScoredTrajectory("error: " + reason, Optional.empty(), Optional.empty());
  }
}
