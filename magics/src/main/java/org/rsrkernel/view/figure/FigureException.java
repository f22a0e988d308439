package org.rsrkernel.view.figure;

/** A figure cannot be shown; the message says why and is meant for the user. */
public final class FigureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FigureException(String message, Throwable cause) {
    super(message, cause);
  }
}
