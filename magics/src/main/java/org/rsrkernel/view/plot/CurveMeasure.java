package org.rsrkernel.view.plot;

import org.rsrkernel.scoring.TokenScores;

/** What a curve follows along the trajectory. */
public enum CurveMeasure {
  RANK("clipped rank") {
    @Override
    double of(TokenScores scores, int token, int clip) {
      return Math.min(scores.rank(token), clip);
    }
  },
  SURPRISAL("surprisal (nats)") {
    @Override
    double of(TokenScores scores, int token, int clip) {
      return scores.surprisal(token);
    }
  };

  private final String words;

  CurveMeasure(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  abstract double of(TokenScores scores, int token, int clip);
}
