package org.rsrkernel.trajectory;

import org.rsrkernel.trajectory.format.Place;

/** A row that is not in the table, and why. */
public record SkippedRow(Place place, String reason) {

  @Override
  public String toString() {
    return place + ": " + reason;
  }
}
