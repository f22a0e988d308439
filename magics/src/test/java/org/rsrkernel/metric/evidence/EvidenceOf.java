package org.rsrkernel.metric.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.Trajectory;

/** Builds what metrics know of a trajectory for tests. */
public final class EvidenceOf {

  private EvidenceOf() {}

  /** A response to the question "1 + 1?" with the gold answer 2, not scored. */
  public static Evidence response(String id, String teacher, String response) {
    return row(id, teacher, response, Optional.empty(), Optional.empty(), "");
  }

  /** A response with those surprisals; its ranks are 1 + its surprisals, rounded. */
  public static Evidence scored(String id, Boolean correct, double... surprisals) {
    return row(id, "t", "so 2", Optional.of(scores(surprisals)), Optional.ofNullable(correct), "");
  }

  /** A response with those surprisals and the teacher's log-probabilities. */
  public static Evidence ofTeacher(String logProbs, double... surprisals) {
    return row("q", "t", "so 2", Optional.of(scores(surprisals)), Optional.empty(), logProbs);
  }

  private static Evidence row(
      String id,
      String teacher,
      String response,
      Optional<TokenScores> scores,
      Optional<Boolean> correct,
      String logProbs) {
    List<Message> messages =
        List.of(Message.of("user", "1 + 1?"), Message.of("assistant", response));
    return new Evidence(
        new Trajectory(0, id, teacher, messages, List.of()), scores, 100, "2", correct, logProbs);
  }

  private static TokenScores scores(double... surprisals) {
    int size = surprisals.length;
    float[] single = new float[size];
    float[] ones = new float[size];
    Arrays.fill(ones, 1);
    for (int k = 0; k < size; k++) {
      single[k] = (float) surprisals[k];
    }
    return new TokenScores(
        new int[size + 1],
        IntStream.rangeClosed(1, size).toArray(),
        Arrays.stream(surprisals).mapToInt(s -> 1 + (int) Math.round(s)).toArray(),
        single,
        ones,
        ones);
  }
}
