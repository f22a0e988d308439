package org.rsrkernel.trajectory.official;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One scored trajectory as a row of {@code _inferred_data}: R response tokens, no token ids.
 * Immutable.
 */
public final class OfficialSample {

  private final String sampleId;
  private final int[] positions; // [R], indices into the templated ids
  private final double[] probabilities; // [R]
  private final double[] surprisals; // [R], nats; the files call them nlls
  private final int[] ranks; // [R], clipped
  private final Map<String, Object> metadata;

  /**
   * Takes the arrays as they are; callers give them away.
   *
   * @param sampleId the row's id; a file's ids are written as numbers where all are whole numbers
   * @param metadata further columns: JSON values as Java sees them
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public OfficialSample(
      String sampleId,
      int[] positions,
      double[] probabilities,
      double[] surprisals,
      int[] ranks,
      Map<String, Object> metadata) {
    int r = positions.length;
    if (probabilities.length != r || surprisals.length != r || ranks.length != r) {
      throw new IllegalArgumentException(
          "sample %s: %d positions, %d probabilities, %d surprisals, %d ranks"
              .formatted(sampleId, r, probabilities.length, surprisals.length, ranks.length));
    }
    this.sampleId = sampleId;
    this.positions = positions;
    this.probabilities = probabilities;
    this.surprisals = surprisals;
    this.ranks = ranks;
    this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  public String sampleId() {
    return sampleId;
  }

  /** Response tokens, R. */
  public int size() {
    return positions.length;
  }

  public int position(int k) {
    return positions[k];
  }

  public double probability(int k) {
    return probabilities[k];
  }

  /** -ln p of response token {@code k}, nats. */
  public double surprisal(int k) {
    return surprisals[k];
  }

  /** The clipped rank of response token {@code k}. */
  public int rank(int k) {
    return ranks[k];
  }

  public Map<String, Object> metadata() {
    return metadata;
  }

  /** The sample's row of {@code _sample_metrics}; NaN for a sample without response tokens. */
  public OfficialMetrics metrics() {
    double averageRank = Arrays.stream(ranks).average().orElse(Double.NaN);
    double averageSurprisal = Arrays.stream(surprisals).average().orElse(Double.NaN);
    return new OfficialMetrics(
        sampleId, size(), averageRank, averageSurprisal, averageRank / averageSurprisal, metadata);
  }
}
