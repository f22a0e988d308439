package org.rsrkernel.metric.evidence;

import java.util.Optional;
import java.util.regex.Pattern;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.trajectory.Conversation;
import org.rsrkernel.trajectory.Trajectory;

/**
 * All that a metric may know of one trajectory.
 *
 * @param scores of its response tokens; empty where scoring failed
 * @param rankClip upper bound on ranks
 * @param goldAnswer as the data gives it; empty if it does not
 * @param correct whether the trajectory's own answer is right; empty if nobody says
 * @param teacherLogProbs JSON list of numbers, one a response token; empty if there is none
 */
public record Evidence(
    Trajectory trajectory,
    Optional<TokenScores> scores,
    int rankClip,
    String goldAnswer,
    Optional<Boolean> correct,
    String teacherLogProbs) {

  private static final String WORKED_SOLUTION = "####"; // GSM8K's mark before the answer

  public Evidence {
    int mark = goldAnswer.lastIndexOf(WORKED_SOLUTION);
    goldAnswer =
        (mark < 0 ? goldAnswer : goldAnswer.substring(mark + WORKED_SOLUTION.length())).strip();
  }

  /** Which problem the trajectory answers. */
  public String question() {
    return trajectory.id();
  }

  /** Whether a text says the gold answer, as a word or number of its own. */
  public boolean isAnsweredIn(String text) {
    return !goldAnswer.isEmpty()
        && Pattern.compile("(?<![\\w.])" + Pattern.quote(goldAnswer) + "(?!\\w|\\.\\d)")
            .matcher(text)
            .find();
  }

  /** The texts of the trajectory's assistant turns. */
  public String response() {
    return new Conversation(trajectory.messages()).response();
  }
}
