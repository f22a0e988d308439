package org.rsrkernel.trajectory.format;

/** One row cannot be read; the rows after it can. The message is the reason, without the place. */
public final class BrokenRowException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Place place;

  public BrokenRowException(Place place, String reason) {
    super(reason);
    this.place = place;
  }

  public Place place() {
    return place;
  }
}
