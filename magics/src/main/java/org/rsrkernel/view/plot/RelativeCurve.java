package org.rsrkernel.view.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A measure along the response, from its beginning to its end: mean over trajectories of each
 * trajectory's mean in a slice, and the quarter and three-quarter points between trajectories.
 */
record RelativeCurve(double[] places, double[] means, double[] lows, double[] highs) {

  private static final int SLICES = 20;

  static RelativeCurve of(List<ScoredTrajectory> trajectories, CurveMeasure measure, int clip) {
    List<List<Double>> slices = new ArrayList<>();
    for (int slice = 0; slice < SLICES; slice++) {
      slices.add(new ArrayList<>());
    }
    trajectories.forEach(trajectory -> add(slices, trajectory, measure, clip));
    double[] places = new double[SLICES];
    double[] means = new double[SLICES];
    double[] lows = new double[SLICES];
    double[] highs = new double[SLICES];
    for (int slice = 0; slice < SLICES; slice++) {
      places[slice] = (slice + 0.5) / SLICES;
      double[] values =
          slices.get(slice).stream().mapToDouble(Double::doubleValue).sorted().toArray();
      means[slice] = Arrays.stream(values).average().orElse(Double.NaN);
      lows[slice] = values.length == 0 ? Double.NaN : values[values.length / 4];
      highs[slice] = values.length == 0 ? Double.NaN : values[values.length * 3 / 4];
    }
    return new RelativeCurve(places, means, lows, highs);
  }

  private static void add(
      List<List<Double>> slices, ScoredTrajectory trajectory, CurveMeasure measure, int clip) {
    int tokens = trajectory.scores().size();
    double[] sums = new double[SLICES];
    int[] counts = new int[SLICES];
    for (int token = 0; token < tokens; token++) {
      int slice = (int) ((long) token * SLICES / tokens);
      sums[slice] += measure.of(trajectory.scores(), token, clip);
      counts[slice]++;
    }
    for (int slice = 0; slice < SLICES; slice++) {
      if (counts[slice] > 0) {
        slices.get(slice).add(sums[slice] / counts[slice]);
      }
    }
  }
}
