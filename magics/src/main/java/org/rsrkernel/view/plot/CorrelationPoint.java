package org.rsrkernel.view.plot;

/**
 * A teacher in the comparison with training results.
 *
 * @param metric the metric's value for the teacher
 * @param accuracy what a student trained on it reached
 * @param withoutIt the coefficient when this teacher is left out; NaN if not computed
 */
public record CorrelationPoint(String teacher, double metric, double accuracy, double withoutIt) {}
