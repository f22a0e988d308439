package org.rsrkernel.student.template.value;

import java.util.List;
import java.util.Map;

/**
 * Values that a call passes.
 *
 * @param budget what the call spends from
 */
public record Arguments(List<Object> positional, Map<String, Object> named, Budget budget) {

  /** Arguments by position only. */
  public static Arguments of(List<Object> positional, Budget budget) {
    return new Arguments(positional, Map.of(), budget);
  }
}
