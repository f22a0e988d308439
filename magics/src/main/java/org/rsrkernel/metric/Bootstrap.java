package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Percentile bootstrap of every teacher's metric at once, over questions.
 *
 * <p>Questions that at least two teachers answered are drawn once a round for all of them, so that
 * differences between teachers are paired; those that a teacher alone answered are drawn from the
 * teacher's own. Several trajectories of one teacher for one question are drawn together; the sets
 * of a teacher that wrote several are drawn alike, and averaged.
 */
final class Bootstrap {

  /** A question's share of a teacher's two sums. */
  private record Sums(double numerator, double denominator) {

    static final Sums NONE = new Sums(0, 0);

    Sums plus(Sums other) {
      return new Sums(numerator + other.numerator, denominator + other.denominator);
    }
  }

  private final double[][] values; // [teacher][round], NaN where a draw left a teacher out
  private final int[] questions; // [teacher]

  private Bootstrap(double[][] values, int[] questions) {
    this.values = values;
    this.questions = questions;
  }

  /**
   * @throws MetricException if there is no round
   */
  static Bootstrap of(List<TeacherSample> samples, int rounds, long seed) {
    requireRounds(rounds);
    List<TeacherSample> sets = samples.stream().flatMap(each -> each.sets().stream()).toList();
    List<Map<String, Sums>> answered = sets.stream().map(Bootstrap::byQuestion).toList();
    List<String> shared = sharedQuestions(answered);
    Sums[][] paired = new Sums[sets.size()][];
    Sums[][] own = new Sums[sets.size()][];
    for (int set = 0; set < sets.size(); set++) {
      Map<String, Sums> left = new LinkedHashMap<>(answered.get(set));
      paired[set] =
          shared.stream()
              .map(question -> left.containsKey(question) ? left.remove(question) : Sums.NONE)
              .toArray(Sums[]::new);
      own[set] = left.values().toArray(Sums[]::new);
    }
    int[] counts = samples.stream().mapToInt(each -> each.sets().size()).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[samples.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      int[] drawn = draw(shared.size(), random);
      int set = 0;
      for (int t = 0; t < samples.size(); t++) {
        double sum = 0;
        for (int i = 0; i < counts[t]; i++, set++) {
          sum += ratio(paired[set], drawn, own[set], draw(own[set].length, random));
        }
        values[t][round] = sum / counts[t];
      }
    }
    return new Bootstrap(values, samples.stream().mapToInt(TeacherSample::questions).toArray());
  }

  /**
   * @throws MetricException if there is no round
   */
  static void requireRounds(int rounds) {
    if (rounds < 1) {
      throw new MetricException("A bootstrap needs at least 1 round, not %d.".formatted(rounds));
    }
  }

  private static Map<String, Sums> byQuestion(TeacherSample sample) {
    Map<String, Sums> sums = new LinkedHashMap<>();
    for (TeacherSample.Term term : sample.terms()) {
      sums.merge(term.question(), new Sums(term.numerator(), term.denominator()), Sums::plus);
    }
    return sums;
  }

  /** Questions of at least two teachers; none if there is but one, which could not vary. */
  private static List<String> sharedQuestions(List<Map<String, Sums>> teachers) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    teachers.forEach(own -> own.keySet().forEach(q -> counts.merge(q, 1, Integer::sum)));
    List<String> shared = new ArrayList<>(counts.keySet());
    shared.removeIf(question -> counts.get(question) < 2);
    return shared.size() < 2 ? List.of() : shared;
  }

  /** How often each of {@code size} things comes in as many draws with replacement. */
  private static int[] draw(int size, SplittableRandom random) {
    int[] times = new int[size];
    for (int i = 0; i < size; i++) {
      times[random.nextInt(size)]++;
    }
    return times;
  }

  private static double ratio(Sums[] paired, int[] pairedTimes, Sums[] own, int[] ownTimes) {
    double numerator = 0;
    double denominator = 0;
    for (int q = 0; q < paired.length; q++) {
      numerator += pairedTimes[q] * paired[q].numerator();
      denominator += pairedTimes[q] * paired[q].denominator();
    }
    for (int q = 0; q < own.length; q++) {
      numerator += ownTimes[q] * own[q].numerator();
      denominator += ownTimes[q] * own[q].denominator();
    }
    return denominator == 0 ? Double.NaN : numerator / denominator;
  }

  /**
   * A percentile of a teacher's values, such as 2.5 or 97.5 for a 95 % interval.
   *
   * @return NaN if the teacher answered fewer than two questions
   */
  double percentile(int teacher, double percent) {
    return questions[teacher] < 2 ? Double.NaN : Quantiles.percentile(values[teacher], percent);
  }

  /**
   * Share of the rounds in which the first teacher's value is the better one; ties count half.
   *
   * @return NaN if either teacher answered fewer than two questions
   */
  double probabilityBetter(int first, int second, Direction direction) {
    double wins = 0;
    int rounds = 0;
    for (int round = 0; round < values[first].length; round++) {
      double one = values[first][round];
      double other = values[second][round];
      if (!Double.isNaN(one) && !Double.isNaN(other)) {
        rounds++;
        wins += direction.prefers(one, other) ? 1 : one == other ? 0.5 : 0;
      }
    }
    return rounds == 0 || Math.min(questions[first], questions[second]) < 2
        ? Double.NaN
        : wins / rounds;
  }

  /** Standard error of the difference between two teachers' values. */
  double differenceError(int first, int second) {
    double[] differences = new double[values[first].length];
    Arrays.setAll(differences, round -> values[first][round] - values[second][round]);
    double[] defined = Arrays.stream(differences).filter(Double::isFinite).toArray();
    return Math.sqrt(StatUtils.variance(defined));
  }
}
