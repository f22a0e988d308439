package org.rsrkernel.student;

/** A pass did not fit into the device's memory. A smaller batch may; the student stays usable. */
public final class OutOfMemoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OutOfMemoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
