package org.rsrkernel.metric;

/** Which end of a metric promises the better student. */
public enum Direction {
  LOWER("lower"),
  HIGHER("higher"),
  /** The metric describes; it promises nothing. */
  NONE("neither");

  private final String label;

  Direction(String label) {
    this.label = label;
  }

  /** {@code lower}, {@code higher} or {@code neither}. */
  public String label() {
    return label;
  }

  /** Whether the first value promises the better student; lower counts as better where neither. */
  boolean prefers(double first, double second) {
    return this == HIGHER ? first > second : first < second;
  }
}
