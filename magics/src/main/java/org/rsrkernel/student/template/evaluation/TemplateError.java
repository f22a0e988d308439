package org.rsrkernel.student.template.evaluation;

import org.rsrkernel.student.template.value.PythonError;

/** A template failed at a line. */
public final class TemplateError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final PythonError.Kind kind;

  TemplateError(PythonError cause, int line) {
    super(cause.getMessage(), cause);
    this.line = line;
    this.kind = cause.kind();
  }

  /** Line of the template, from 1. */
  public int line() {
    return line;
  }

  public PythonError.Kind kind() {
    return kind;
  }
}
