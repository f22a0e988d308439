package org.rsrkernel.student.template.value;

/** Something that a template can call. */
@FunctionalInterface
public interface Function {

  /**
   * The call's result.
   *
   * @throws PythonError if the arguments do not fit
   */
  Object call(Arguments arguments);
}
