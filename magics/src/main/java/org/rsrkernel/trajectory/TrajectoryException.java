package org.rsrkernel.trajectory;

/**
 * Trajectories cannot be read or written. The message says what, where and what to do; it is shown
 * to the user as it is.
 */
public final class TrajectoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TrajectoryException(String message) {
    super(message);
  }

  public TrajectoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
