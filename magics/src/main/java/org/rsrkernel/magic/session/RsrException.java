package org.rsrkernel.magic.session;

/**
 * What went wrong in a verb, in words for the user: what, where, what to do. Carries no stack
 * trace, so that a notebook shows the message alone; {@code --debug} shows the cause instead.
 */
public final class RsrException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RsrException(String message) {
    super(message, null, false, false);
  }
}
