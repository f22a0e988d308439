package org.rsrkernel.metric;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** Coefficients of correlation; equal to SciPy's. */
public enum CorrelationMethod {
  /** Of ranks; tied values share their average rank. */
  SPEARMAN("Spearman's ρ"),
  /** Of the values themselves. */
  PEARSON("Pearson's r"),
  /** Of the order of pairs; the form τ-b, which heeds ties. */
  KENDALL("Kendall's τ-b");

  private final String label;

  CorrelationMethod(String label) {
    this.label = label;
  }

  /** What people call it, such as {@code Spearman's ρ}. */
  public String label() {
    return label;
  }

  /**
   * The coefficient of two lists of the same length.
   *
   * @return in [-1, 1]; NaN for fewer than two values, or where all of a list are equal
   * @throws IllegalArgumentException if the lengths differ
   */
  public double of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " values against " + y.length);
    }
    if (varies(x) && varies(y)) {
      return switch (this) {
        case SPEARMAN -> new SpearmansCorrelation().correlation(x, y);
        case PEARSON -> pearson(x, y);
        case KENDALL -> new KendallsCorrelation().correlation(x, y);
      };
    }
    return Double.NaN;
  }

  /** Two passes, as in SciPy: the library's single pass loses digits far from zero. */
  private static double pearson(double[] x, double[] y) {
    double xMean = StatUtils.mean(x);
    double yMean = StatUtils.mean(y);
    double products = 0;
    double xSquares = 0;
    double ySquares = 0;
    for (int i = 0; i < x.length; i++) {
      products += (x[i] - xMean) * (y[i] - yMean);
      xSquares += (x[i] - xMean) * (x[i] - xMean);
      ySquares += (y[i] - yMean) * (y[i] - yMean);
    }
    double coefficient = products / Math.sqrt(xSquares) / Math.sqrt(ySquares);
    return Math.max(-1, Math.min(1, coefficient));
  }

  private static boolean varies(double[] values) {
    return Arrays.stream(values).distinct().limit(2).count() == 2;
  }

  /**
   * What papers print as a metric's correlation over several students: the absolute value of the
   * mean of the signed coefficients, so that students on whom a metric points the wrong way count
   * against it.
   */
  public static double absoluteMeanOverStudents(double... signed) {
    return Math.abs(Arrays.stream(signed).average().orElse(Double.NaN));
  }
}
