package org.rsrkernel.view.heatmap;

import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Shown;

/** What the shown tokens add up to. */
record TokenSums(long tokens, long clippedRanks, double surprisals) {

  private static final int NAME_LENGTH = 80;

  static TokenSums of(TokenView view) {
    long tokens = 0;
    long ranks = 0;
    double surprisals = 0;
    for (TokenCell cell : view.cells()) {
      if (cell.scored()) {
        tokens++;
        ranks += Math.min(cell.rank(), view.clip());
        surprisals += cell.surprisal();
      }
    }
    return new TokenSums(tokens, ranks, surprisals);
  }

  String summary(String id, String teacher) {
    String who =
        Escaped.shortened(id, NAME_LENGTH) + " · " + Escaped.shortened(teacher, NAME_LENGTH);
    if (tokens == 0) {
      return who + " · no response tokens";
    }
    return "%s · %s response tokens · RSR %s · rank %s · surprisal %s nats"
        .formatted(
            who,
            Shown.count(tokens),
            Shown.number(clippedRanks / surprisals),
            Shown.number((double) clippedRanks / tokens),
            Shown.number(surprisals / tokens));
  }
}
