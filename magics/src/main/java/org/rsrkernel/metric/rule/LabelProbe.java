package org.rsrkernel.metric.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.rsrkernel.metric.evidence.Evidence;

/**
 * The probability of a true label that a logistic probe on other measures gives a trajectory,
 * learnt from other questions: each of five folds of questions is foretold by the other four, with
 * the ridge that foretells those best among themselves.
 *
 * @see <a href="https://arxiv.org/abs/2602.00158">after RAPTOR, arXiv 2602.00158</a>
 */
public final class LabelProbe implements RowMeasure {

  private static final int FOLDS = 5;
  private static final double[] RIDGES = {0.1, 1, 10, 100};

  private final List<RowMeasure> features;

  public LabelProbe(List<RowMeasure> features) {
    this.features = List.copyOf(features);
  }

  @Override
  public double[] of(List<Evidence> rows) {
    double[] foretold = new double[rows.size()];
    Arrays.fill(foretold, Double.NaN);
    double[][] columns = features.stream().map(f -> f.of(rows)).toArray(double[][]::new);
    List<Sample> samples = new ArrayList<>();
    int question = 0;
    for (List<Integer> own : Questions.rows(rows).values()) {
      for (int row : own) {
        double[] x = Arrays.stream(columns).mapToDouble(column -> column[row]).toArray();
        if (Arrays.stream(x).allMatch(Double::isFinite)) {
          samples.add(new Sample(row, question, x, rows.get(row).correct().orElse(null)));
        }
      }
      question++;
    }
    foretell(samples).forEach(answer -> foretold[answer.row()] = answer.probability());
    return foretold;
  }

  /** A trajectory; its label is null where nobody says. */
  private static final class Sample {
    private final int row;
    private final int question;
    private final double[] x;
    private final Boolean label;

    private Sample(int row, int question, double[] x, Boolean label) {
      this.row = row;
      this.question = question;
      this.x = x;
      this.label = label;
    }
  }

  private record Foretold(int row, double probability, Boolean label) {

    double logLoss() {
      return -Math.log(label ? probability : 1 - probability);
    }
  }

  private static List<Foretold> foretell(List<Sample> samples) {
    List<Foretold> all = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      List<Sample> others = samples.stream().filter(s -> s.question % FOLDS != left).toList();
      List<Sample> own = samples.stream().filter(s -> s.question % FOLDS == left).toList();
      all.addAll(foretell(own, others, bestRidge(others)));
    }
    return all;
  }

  /** The ridge under which halves of the questions foretell each other best. */
  private static double bestRidge(List<Sample> samples) {
    List<Sample> even = samples.stream().filter(s -> s.question % 2 == 0).toList();
    List<Sample> odd = samples.stream().filter(s -> s.question % 2 == 1).toList();
    double best = RIDGES[RIDGES.length - 1];
    double smallest = Double.POSITIVE_INFINITY;
    for (double ridge : RIDGES) {
      List<Foretold> answers = new ArrayList<>(foretell(even, odd, ridge));
      answers.addAll(foretell(odd, even, ridge));
      double loss =
          answers.stream()
              .filter(answer -> answer.label() != null)
              .mapToDouble(Foretold::logLoss)
              .average()
              .orElse(Double.POSITIVE_INFINITY);
      if (loss < smallest) {
        smallest = loss;
        best = ridge;
      }
    }
    return best;
  }

  /** Nothing if the samples to learn from do not have both labels. */
  private static List<Foretold> foretell(List<Sample> asked, List<Sample> given, double ridge) {
    List<Sample> labelled = given.stream().filter(sample -> sample.label != null).toList();
    if (labelled.stream().map(sample -> sample.label).distinct().count() < 2) {
      return List.of();
    }
    Scale scale = Scale.of(labelled);
    boolean[] labels = new boolean[labelled.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = labelled.get(i).label;
    }
    RidgeLogistic probe =
        RidgeLogistic.fit(
            labelled.stream().map(sample -> scale.of(sample.x)).toArray(double[][]::new),
            labels,
            ridge);
    return asked.stream()
        .map(s -> new Foretold(s.row, probe.probability(scale.of(s.x)), s.label))
        .toList();
  }

  /** Brings features to mean 0 and variance 1; one that does not vary becomes 0. */
  private static final class Scale {
    private final double[] means;
    private final double[] deviations;

    private Scale(double[] means, double[] deviations) {
      this.means = means;
      this.deviations = deviations;
    }

    static Scale of(List<Sample> samples) {
      int width = samples.get(0).x.length;
      double[] means = new double[width];
      double[] deviations = new double[width];
      for (int j = 0; j < width; j++) {
        int feature = j;
        double[] values = samples.stream().mapToDouble(sample -> sample.x[feature]).toArray();
        means[j] = StatUtils.mean(values);
        deviations[j] = Math.sqrt(StatUtils.populationVariance(values));
      }
      return new Scale(means, deviations);
    }

    double[] of(double[] x) {
      return IntStream.range(0, x.length)
          .mapToDouble(j -> deviations[j] == 0 ? 0 : (x[j] - means[j]) / deviations[j])
          .toArray();
    }
  }
}
