package org.rsrkernel.view.plot;

import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.view.heatmap.Sentence;

/** What a curve follows along the trajectory. */
public enum CurveMeasure {
  RANK("clipped rank") {
    @Override
    double of(TokenScores scores, int token, int clip) {
      return Math.min(scores.rank(token), clip);
    }

    @Override
    double of(Sentence sentence) {
      return sentence.rank();
    }
  },
  SURPRISAL("surprisal (nats)") {
    @Override
    double of(TokenScores scores, int token, int clip) {
      return scores.surprisal(token);
    }

    @Override
    double of(Sentence sentence) {
      return sentence.surprisal();
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

  /** Its mean over a sentence. */
  abstract double of(Sentence sentence);
}
