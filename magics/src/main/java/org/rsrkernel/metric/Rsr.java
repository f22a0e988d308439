package org.rsrkernel.metric;

import org.rsrkernel.scoring.TokenScores;

/**
 * The Rank-Surprisal Ratio and its two halves: low where the student finds a token neither far down
 * its list (rank) nor already expected (surprisal).
 *
 * @see <a href="https://arxiv.org/abs/2601.14249">arXiv 2601.14249, Eq. 6, 7 and 9</a>
 */
public final class Rsr {

  /** The paper's upper bound on a rank. */
  public static final int RANK_CLIP = 100;

  private Rsr() {}

  /** Mean clipped rank of the response tokens. */
  public static double averageRank(TokenScores tokens, int rankClip) {
    long sum = 0;
    for (int k = 0; k < tokens.size(); k++) {
      sum += Math.min(tokens.rank(k), rankClip);
    }
    return (double) sum / tokens.size();
  }

  /** Mean surprisal of the response tokens, nats. */
  public static double averageSurprisal(TokenScores tokens) {
    double sum = 0;
    for (int k = 0; k < tokens.size(); k++) {
      sum += tokens.surprisal(k);
    }
    return sum / tokens.size();
  }

  /**
   * RSR of one trajectory: sum of clipped ranks over sum of surprisals, i.e. the surprisal-weighted
   * mean of the tokens' ratios.
   *
   * @return ranks per nat; NaN if every surprisal is 0
   */
  public static double ofTrajectory(TokenScores tokens, int rankClip) {
    return ratio(averageRank(tokens, rankClip), averageSurprisal(tokens));
  }

  /**
   * RSR of a set of trajectories from their means: every trajectory counts the same, however long.
   *
   * @param averageRanks one a trajectory
   * @param averageSurprisals one a trajectory, in the same order
   * @return ranks per nat; NaN for an empty set or if every surprisal is 0
   */
  public static double ofSet(double[] averageRanks, double[] averageSurprisals) {
    double ranks = 0;
    double surprisals = 0;
    for (int j = 0; j < averageRanks.length; j++) {
      ranks += averageRanks[j];
      surprisals += averageSurprisals[j];
    }
    return ratio(ranks, surprisals);
  }

  private static double ratio(double ranks, double surprisals) {
    return surprisals == 0 ? Double.NaN : ranks / surprisals;
  }
}
