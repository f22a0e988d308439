package org.rsrkernel.metric.rule;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Logistic regression with a ridge penalty on all weights but the intercept, by Newton's method.
 */
final class RidgeLogistic {

  private static final int MOST_STEPS = 50;
  private static final double CONVERGED = 1e-10;

  private final RealVector weights; // [F + 1], the intercept first

  private RidgeLogistic(RealVector weights) {
    this.weights = weights;
  }

  /**
   * Minimises the summed log loss + ridge / 2 · |weights|².
   *
   * @param features shape [N][F], standardised
   * @param labels shape [N]
   * @param ridge above 0, so that the minimum exists whatever the labels
   */
  static RidgeLogistic fit(double[][] features, boolean[] labels, double ridge) {
    int width = features[0].length + 1;
    RealVector weights = new ArrayRealVector(width);
    for (int step = 0; step < MOST_STEPS; step++) {
      RealVector gradient = new ArrayRealVector(width);
      RealMatrix curvature = new Array2DRowRealMatrix(width, width);
      for (int j = 0; j < width; j++) {
        // a trace of penalty keeps the intercept finite when all labels agree
        double penalty = j == 0 ? 1e-6 : ridge;
        gradient.setEntry(j, penalty * weights.getEntry(j));
        curvature.setEntry(j, j, penalty);
      }
      for (int row = 0; row < features.length; row++) {
        RealVector x = withIntercept(features[row]);
        double p = probability(weights, x);
        gradient.combineToSelf(1, p - (labels[row] ? 1 : 0), x);
        addOuter(curvature, x, p * (1 - p));
      }
      RealVector move = new CholeskyDecomposition(curvature).getSolver().solve(gradient);
      weights = weights.subtract(move);
      if (move.getLInfNorm() < CONVERGED) {
        break;
      }
    }
    return new RidgeLogistic(weights);
  }

  private static void addOuter(RealMatrix sum, RealVector x, double factor) {
    for (int i = 0; i < x.getDimension(); i++) {
      for (int j = 0; j < x.getDimension(); j++) {
        sum.addToEntry(i, j, factor * x.getEntry(i) * x.getEntry(j));
      }
    }
  }

  /** The probability of the label true. */
  double probability(double[] features) {
    return probability(weights, withIntercept(features));
  }

  private static double probability(RealVector weights, RealVector x) {
    return 1 / (1 + Math.exp(-weights.dotProduct(x)));
  }

  private static RealVector withIntercept(double[] features) {
    return new ArrayRealVector(new double[] {1}, features);
  }
}
