package org.rsrkernel.student.template.syntax;

import java.util.List;

/**
 * Parameters of a macro.
 *
 * @param defaults for the last parameters, in order
 */
public record Signature(List<String> parameters, List<Expression> defaults) {

  static final Signature EMPTY = new Signature(List.of(), List.of());

  /** The parameter's default, or null if it has none. */
  public Expression defaultOf(int parameter) {
    int first = parameters.size() - defaults.size();
    return parameter < first ? null : defaults.get(parameter - first);
  }
}
