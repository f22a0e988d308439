package org.rsrkernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What transformers makes of some trajectories in float32, to be met. */
public final class TransformersScores {

  /** Nats. Float32 sums in another order: 4e-5 was the largest difference seen. */
  public static final double TOLERANCE = 2e-4;

  private static final double LEAST_EQUAL_RANKS = 0.999;

  private TransformersScores() {}

  /**
   * Asserts that tokens and response tokens are the same, every surprisal is within {@link
   * #TOLERANCE}, and of all ranks together at least 99.9 % are equal.
   *
   * @param sequences one a trajectory, with {@code tokenIds} and {@code positions}
   * @param expected one a trajectory, with {@code ranks} and {@code surprisals}
   */
  public static void assertMet(
      List<TokenScores> actual, List<JsonNode> sequences, List<JsonNode> expected) {
    assertThat(actual).hasSameSizeAs(sequences).hasSameSizeAs(expected);
    int tokens = 0;
    int equalRanks = 0;
    for (int t = 0; t < expected.size(); t++) {
      TokenScores scores = actual.get(t);
      assertThat(IntStream.range(0, scores.sequenceLength()).map(scores::tokenId))
          .as("token ids of trajectory %d", t)
          .containsExactlyElementsOf(integers(sequences.get(t).get("tokenIds")));
      assertThat(IntStream.range(0, scores.size()).map(scores::position))
          .as("response positions of trajectory %d", t)
          .containsExactlyElementsOf(integers(sequences.get(t).get("positions")));
      tokens += scores.size();
      equalRanks += equalRanks(t, scores, expected.get(t));
    }
    assertThat((double) equalRanks / tokens)
        .as("share of equal ranks")
        .isGreaterThanOrEqualTo(LEAST_EQUAL_RANKS);
  }

  /** How many ranks are equal, having checked every surprisal. */
  private static int equalRanks(int t, TokenScores scores, JsonNode expected) {
    int equalRanks = 0;
    for (int k = 0; k < scores.size(); k++) {
      equalRanks += scores.rank(k) == expected.get("ranks").get(k).asInt() ? 1 : 0;
      assertThat((double) scores.surprisal(k))
          .as("surprisal of token %d of trajectory %d", k, t)
          .isCloseTo(expected.get("surprisals").get(k).asDouble(), within(TOLERANCE));
    }
    return equalRanks;
  }

  private static List<Integer> integers(JsonNode array) {
    List<Integer> values = new ArrayList<>();
    array.forEach(value -> values.add(value.asInt()));
    return values;
  }
}
