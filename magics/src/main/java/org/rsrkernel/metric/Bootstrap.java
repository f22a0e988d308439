package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Percentile bootstrap of every teacher's metric at once.
 *
 * <p>Where teachers share questions, questions are drawn, so that all teachers meet the same draw
 * and differences between them are paired; otherwise each teacher's trajectories are drawn.
 */
final class Bootstrap {

  private final double[][] values; // [teacher][round], NaN where a draw left a teacher out

  private Bootstrap(double[][] values) {
    this.values = values;
  }

  static Bootstrap of(List<TeacherSample> samples, int rounds, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] groups = groups(samples);
    int groupCount = 1 + Arrays.stream(groups).flatMapToInt(g -> Arrays.stream(g)).max().orElse(-1);
    double[][] values = new double[samples.size()][rounds];
    int[] drawn = new int[groupCount];
    for (int round = 0; round < rounds; round++) {
      Arrays.fill(drawn, 0);
      for (int draw = 0; draw < groupCount; draw++) {
        drawn[random.nextInt(groupCount)]++;
      }
      for (int t = 0; t < samples.size(); t++) {
        int[] times = Arrays.stream(groups[t]).map(group -> drawn[group]).toArray();
        values[t][round] = samples.get(t).value(times);
      }
    }
    return new Bootstrap(values);
  }

  /** For each trajectory of each teacher, the number of the question it answers. */
  private static int[][] groups(List<TeacherSample> samples) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<int[]> groups = new ArrayList<>();
    for (TeacherSample sample : samples) {
      groups.add(
          sample.questions().stream()
              .mapToInt(question -> numbers.computeIfAbsent(question, q -> numbers.size()))
              .toArray());
    }
    return groups.toArray(new int[0][]);
  }

  /** The interval between two percentiles, such as 2.5 and 97.5. */
  double percentile(int teacher, double percent) {
    double[] drawn = Arrays.stream(values[teacher]).filter(v -> !Double.isNaN(v)).toArray();
    return new Percentile(percent)
        .withEstimationType(Percentile.EstimationType.R_7) // NumPy's and SciPy's linear rule
        .evaluate(drawn);
  }

  /** Share of the rounds in which the first teacher's value is the better one; ties count half. */
  double probabilityBetter(int first, int second, Direction direction) {
    double wins = 0;
    int rounds = 0;
    for (int round = 0; round < values[first].length; round++) {
      double difference = values[second][round] - values[first][round];
      if (Double.isNaN(difference)) {
        continue;
      }
      rounds++;
      double gain = direction == Direction.HIGHER ? -difference : difference;
      wins += gain > 0 ? 1 : gain == 0 ? 0.5 : 0;
    }
    return wins / rounds;
  }
}
