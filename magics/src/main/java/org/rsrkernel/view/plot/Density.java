package org.rsrkernel.view.plot;

import java.util.Arrays;

/**
 * The shape of a distribution: a sum of bells, one a value (Gaussian kernel, Silverman's rule of
 * thumb for its width), at evenly spaced places, scaled so that the highest is 1.
 */
record Density(double[] places, double[] heights) {

  private static final int PLACES = 80;

  /** Of at least one finite value. */
  static Density of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double width = width(sorted);
    double from = sorted[0] - 2 * width;
    if (sorted[0] >= 0) {
      from = Math.max(0, from); // ranks, surprisals, lengths: no bell reaches below
    }
    double step = (sorted[sorted.length - 1] + 2 * width - from) / (PLACES - 1);
    double[] places = new double[PLACES];
    double[] heights = new double[PLACES];
    double highest = 0;
    for (int i = 0; i < PLACES; i++) {
      places[i] = from + i * step;
      for (double value : sorted) {
        double distance = (places[i] - value) / width;
        heights[i] += Math.exp(-distance * distance / 2);
      }
      highest = Math.max(highest, heights[i]);
    }
    for (int i = 0; i < PLACES; i++) {
      heights[i] /= highest;
    }
    return new Density(places, heights);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** 0.9 min(standard deviation, quartile range / 1.34) n^(-1/5). */
  private static double width(double[] sorted) {
    double mean = Arrays.stream(sorted).average().orElseThrow();
    double variance =
        Arrays.stream(sorted).map(value -> (value - mean) * (value - mean)).average().orElseThrow();
    double quartiles = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
    double spread = Math.sqrt(variance);
    if (quartiles > 0) {
      spread = Math.min(spread, quartiles / 1.34);
    }
    double width = 0.9 * spread * Math.pow(sorted.length, -0.2);
    return width > 0 ? width : Math.max(1e-3, Math.abs(mean) * 1e-2);
  }
}
