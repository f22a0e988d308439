package org.rsrkernel.trajectory.official;

import java.util.List;
import java.util.stream.Stream;
import org.rsrkernel.trajectory.TrajectoryException;

/**
 * The scored trajectories of one set, such as one teacher's.
 *
 * @param name relative path without suffix, parts separated by {@code /}
 * @param inferSeconds time of the student's forward passes; NaN if not known
 * @param metricsSeconds time of the metrics
 */
public record OfficialSet(
    String name, List<OfficialSample> samples, double inferSeconds, double metricsSeconds) {

  /**
   * Checks the name, which becomes a path below the output folder.
   *
   * @throws TrajectoryException if it would lead out of it
   */
  public OfficialSet {
    samples = List.copyOf(samples);
    for (String part : name.split("/", -1)) {
      if (part.isBlank() || part.equals(".") || part.equals("..") || part.contains("\\")) {
        throw new TrajectoryException(
            "\"%s\" cannot name a set of trajectories: it becomes a file's path".formatted(name));
      }
    }
  }

  Stream<OfficialSample> scored() {
    return samples.stream().filter(sample -> sample.size() > 0);
  }
}
