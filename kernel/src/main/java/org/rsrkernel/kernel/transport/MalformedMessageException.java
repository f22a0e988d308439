package org.rsrkernel.kernel.transport;

/** Frames that are no Jupyter message, or one whose signature is wrong. */
public final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedMessageException(String message) {
    super(message);
  }

  MalformedMessageException(String message, Throwable cause) {
    super(message, cause);
  }
}
