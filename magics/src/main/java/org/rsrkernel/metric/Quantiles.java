package org.rsrkernel.metric;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** Percentiles by linear interpolation, the rule NumPy and SciPy use. */
final class Quantiles {

  private Quantiles() {}

  /**
   * @param values those that are NaN are left out
   * @param percent in (0, 100]
   * @return NaN if nothing is left
   */
  static double percentile(double[] values, double percent) {
    double[] defined = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    return new Percentile(percent)
        .withEstimationType(Percentile.EstimationType.R_7)
        .evaluate(defined);
  }
}
