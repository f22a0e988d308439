package org.rsrkernel.view.plot;

/**
 * A trajectory measured twice, under two students or by two metrics.
 *
 * @param first value on the x axis
 * @param second value on the y axis
 */
public record AgreementPoint(String id, String teacher, double first, double second) {

  boolean drawable() {
    return Double.isFinite(first) && Double.isFinite(second);
  }
}
