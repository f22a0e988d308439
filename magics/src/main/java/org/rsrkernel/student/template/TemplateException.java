package org.rsrkernel.student.template;

import java.util.OptionalInt;
import org.rsrkernel.student.template.evaluation.TemplateError;
import org.rsrkernel.student.template.value.PythonError;

/**
 * A chat template cannot be read or does not render a conversation. The message says why, and at
 * which line of the template; it is shown to the user as it is.
 */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;

  TemplateException(String message) {
    super(message);
    this.line = 0;
  }

  TemplateException(String message, int line, Throwable cause) {
    super(message, cause);
    this.line = line;
  }

  /** Whether the template cost too much: another conversation would not help. */
  boolean stopped() {
    return getCause() instanceof TemplateError error && error.kind() == PythonError.Kind.LIMIT;
  }

  /** Line of the template, from 1; empty if no line is to blame. */
  public OptionalInt line() {
    return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
  }
}
