package org.rsrkernel.student.template.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a built-in function, filter or test.
 *
 * @param required how many, from the first, have no default
 * @param byName whether arguments may be passed by name
 */
public record Parameters(String function, int required, boolean byName, List<String> names) {

  /** Parameters that may be passed by position or name. */
  public static Parameters of(String function, int required, String... names) {
    return new Parameters(function, required, true, List.of(names));
  }

  /** Parameters of a function that is written in C: no names. */
  public static Parameters positional(String function, int required, String... names) {
    return new Parameters(function, required, false, List.of(names));
  }

  /**
   * Puts every argument at its parameter.
   *
   * @throws PythonError if there are too many or too few, or a name is unknown
   */
  public Bound bind(Arguments arguments) {
    Object[] values = new Object[names.size()];
    Arrays.fill(values, Absent.ABSENT);
    List<Object> positional = arguments.positional();
    if (positional.size() > values.length) {
      throw PythonError.failed(
          "%s() takes at most %d arguments (%d given)"
              .formatted(function, values.length, positional.size()));
    }
    for (int i = 0; i < positional.size(); i++) {
      values[i] = positional.get(i);
    }
    for (Map.Entry<String, Object> argument : arguments.named().entrySet()) {
      int index = byName ? names.indexOf(argument.getKey()) : -1;
      if (index < 0) {
        throw PythonError.failed(
            function + "() got an unexpected keyword argument '" + argument.getKey() + "'");
      }
      if (values[index] != Absent.ABSENT) {
        throw PythonError.failed(
            function + "() got multiple values for argument '" + argument.getKey() + "'");
      }
      values[index] = argument.getValue();
    }
    for (int i = 0; i < required; i++) {
      if (values[i] == Absent.ABSENT) {
        throw PythonError.failed(
            function + "() missing a required argument: '" + names.get(i) + "'");
      }
    }
    return new Bound(function, values, arguments.budget());
  }
}
