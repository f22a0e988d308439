package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.rsrkernel.scoring.TokenScores;

/**
 * Every built-in metric of drawn tokens equals numpy's; metrics.json is made by metric_golden.py.
 */
class MetricReferenceTest {

  @Test
  void metrics_equalNumPys() throws IOException {
    try (InputStream json = MetricReferenceTest.class.getResourceAsStream("metrics.json")) {
      for (JsonNode each : new ObjectMapper().readTree(json).get("cases")) {
        TokenScores tokens = tokens(each);
        assertThat(each.get("metrics")).isNotEmpty();
        each.get("metrics")
            .fields()
            .forEachRemaining(
                golden -> {
                  double expected = golden.getValue().asDouble();
                  assertThat(Metrics.find(golden.getKey()).orElseThrow().of(tokens, 100))
                      .as("%s of %d tokens", golden.getKey(), tokens.size())
                      .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
                });
      }
    }
  }

  private static TokenScores tokens(JsonNode golden) {
    int[] ranks =
        StreamSupport.stream(golden.get("ranks").spliterator(), false)
            .mapToInt(JsonNode::asInt)
            .toArray();
    return TokenScoresOf.tokens(
        ranks,
        numbers(golden.get("surprisals")),
        numbers(golden.get("entropies")),
        numbers(golden.get("square_sums")));
  }

  private static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
