package org.rsrkernel.metric;

/** A question the scores at hand cannot answer. The message is shown to the user as it is. */
public final class MetricException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MetricException(String message) {
    super(message);
  }
}
