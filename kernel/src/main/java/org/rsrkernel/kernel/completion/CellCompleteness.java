package org.rsrkernel.kernel.completion;

/**
 * Whether a cell can run as it is, as the console front ends ask on Enter.
 *
 * @param indent white space the next line starts with; empty unless {@code INCOMPLETE}
 */
public record CellCompleteness(Status status, String indent) {

  /** Jupyter's words for it, in lower case. */
  public enum Status {
    COMPLETE,
    INCOMPLETE,
    INVALID,
    UNKNOWN
  }

  static CellCompleteness of(Status status) {
    return new CellCompleteness(status, "");
  }
}
