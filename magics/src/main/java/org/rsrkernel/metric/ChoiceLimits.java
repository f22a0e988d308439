package org.rsrkernel.metric;

import java.util.OptionalLong;

/**
 * How many trajectories are chosen.
 *
 * @param perQuestion trajectories kept of a question at most, at least 1
 * @param tokenBudget response tokens kept at most
 * @param teacherShare in (0, 1]: share of the chosen trajectories that one teacher may have; 1 for
 *     any
 * @param mostAlike in [0, 1]: share of word triples that two responses to one question may have in
 *     common; 1 for any
 */
public record ChoiceLimits(
    int perQuestion, OptionalLong tokenBudget, double teacherShare, double mostAlike) {

  public ChoiceLimits {
    if (perQuestion < 1) {
      throw new MetricException(
          "--k is %d, but at least 1 is kept a question.".formatted(perQuestion));
    }
    if (tokenBudget.isPresent() && tokenBudget.getAsLong() < 1) {
      throw new MetricException(
          "--budget is %d, but a response has at least 1 token."
              .formatted(tokenBudget.getAsLong()));
    }
    if (!(teacherShare > 0 && teacherShare <= 1)) {
      throw new MetricException(
          "--share is %s, but a teacher's share is above 0 and at most 1.".formatted(teacherShare));
    }
    if (!(mostAlike >= 0 && mostAlike <= 1)) {
      throw new MetricException(
          "--alike is %s, but a share of common words is between 0 and 1.".formatted(mostAlike));
    }
  }

  /** So many of every question, whoever wrote them and however long. */
  public static ChoiceLimits perQuestion(int count) {
    return new ChoiceLimits(count, OptionalLong.empty(), 1, 1);
  }
}
