package org.rsrkernel.metric;

/** Which end of a metric promises the better student. */
public enum Direction {
  LOWER,
  HIGHER,
  /** The metric describes; it promises nothing. */
  NONE
}
