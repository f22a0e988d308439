package org.rsrkernel.student;

/**
 * A student cannot be loaded or run. The message says what, where and what to do; it is shown to
 * the user as it is.
 */
public final class StudentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StudentException(String message) {
    super(message);
  }

  public StudentException(String message, Throwable cause) {
    super(message, cause);
  }
}
