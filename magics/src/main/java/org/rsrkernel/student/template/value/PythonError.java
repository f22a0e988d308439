package org.rsrkernel.student.template.value;

/** What Python or Jinja2 would raise while a template renders, or a limit that it hits. */
public final class PythonError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Who objects. */
  public enum Kind {
    /** The template does something that has no result. */
    FAILED,
    /** The template says {@code raise_exception}. */
    RAISED,
    /** The template costs more than it may. */
    LIMIT
  }

  private final Kind kind;

  private PythonError(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /** An operation that has no result for these values. */
  public static PythonError failed(String message) {
    return new PythonError(Kind.FAILED, message);
  }

  /** {@code raise_exception(message)}. */
  public static PythonError raised(String message) {
    return new PythonError(Kind.RAISED, message);
  }

  static PythonError limit(String message) {
    return new PythonError(Kind.LIMIT, message);
  }

  public Kind kind() {
    return kind;
  }
}
