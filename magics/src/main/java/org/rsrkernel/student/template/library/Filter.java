package org.rsrkernel.student.template.library;

import org.rsrkernel.student.template.value.Arguments;
import org.rsrkernel.student.template.value.Bound;
import org.rsrkernel.student.template.value.Parameters;

/** {@code value | filter(arguments)}. */
@FunctionalInterface
interface Filter {

  Object apply(Object value, Arguments arguments);

  /** What a filter does once its arguments are at their parameters. */
  @FunctionalInterface
  interface Body {
    Object apply(Object value, Bound given);
  }

  /** A filter with these parameters. */
  static Filter of(Body body, String name, int required, String... parameters) {
    Parameters signature = Parameters.of(name, required, parameters);
    return (value, arguments) -> body.apply(value, signature.bind(arguments));
  }
}
