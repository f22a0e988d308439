package org.rsrkernel.scoring.part;

import org.rsrkernel.scoring.ScoredTrajectory;

/**
 * A part of a trajectory with its scores.
 *
 * @param index of the trajectory among those that were given
 * @param number its place among the trajectory's parts, from 1
 * @param outcome the part's tokens alone under the trajectory's key, or why there are none
 */
public record ScoredPart(int index, int number, ScoredTrajectory outcome) {}
