package org.rsrkernel.student.template.syntax;

/** A template's text cannot be read. */
public final class TemplateSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;

  TemplateSyntaxException(String message, int line) {
    super(message);
    this.line = line;
  }

  /** Line of the template, from 1. */
  public int line() {
    return line;
  }
}
