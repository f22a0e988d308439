package org.rsrkernel.kernel.dependency;

/** Why a library could not be had; the message says what to do. */
public final class DependencyException extends Exception {
  private static final long serialVersionUID = 1L;

  DependencyException(String message) {
    super(message);
  }

  DependencyException(String message, Throwable cause) {
    super(message, cause);
  }
}
