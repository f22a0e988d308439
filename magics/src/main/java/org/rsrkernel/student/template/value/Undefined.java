package org.rsrkernel.student.template.value;

/**
 * What a name or attribute that does not exist gives: prints as nothing, is false and empty, and
 * fails with its message when anything else is done to it.
 */
public record Undefined(String message) {

  /** The error of using it. */
  public PythonError error() {
    return PythonError.failed(message);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Undefined;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
