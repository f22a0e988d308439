package org.rsrkernel.metric;

/**
 * A set's metric as the mean of one metric over the mean of another: every trajectory counts the
 * same, and none with a denominator near 0 rules the set.
 *
 * @param numerator the name of the metric above
 * @param denominator the name of the metric below
 */
record MeanRatio(String numerator, String denominator) {}
