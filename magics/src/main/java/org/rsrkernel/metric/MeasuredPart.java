package org.rsrkernel.metric;

/**
 * What a table says of a part of a trajectory.
 *
 * @param index of the trajectory among those that were given
 * @param number its place among the trajectory's parts, from 1
 */
public record MeasuredPart(int index, int number, MeasuredOutcome outcome) {}
