package org.rsrkernel.student.template.value;

/** Arguments at their parameters. */
public final class Bound {

  private final String function;
  private final Object[] values;
  private final Budget budget;

  Bound(String function, Object[] values, Budget budget) {
    this.function = function;
    this.values = values;
    this.budget = budget;
  }

  public Budget budget() {
    return budget;
  }

  public boolean has(int parameter) {
    return values[parameter] != Absent.ABSENT;
  }

  /** The argument, or null ({@code None}) if it was left out. */
  public Object get(int parameter) {
    return get(parameter, null);
  }

  public Object get(int parameter, Object otherwise) {
    return has(parameter) ? values[parameter] : otherwise;
  }

  /** The argument's truth; false if it was left out. */
  public boolean flag(int parameter) {
    return has(parameter) && Truth.of(values[parameter]);
  }

  /** A {@code str} argument. */
  public String text(int parameter) {
    Object value = get(parameter);
    if (!Text.is(value)) {
      throw PythonError.failed(function + "() argument must be str, not " + TypeName.of(value));
    }
    return Text.of(value);
  }

  /** An {@code int} argument, cut to Java's range; beyond 64 bits it fails as in Python. */
  public int integer(int parameter, int otherwise) {
    if (!has(parameter)) {
      return otherwise;
    }
    int integer = Numbers.index(values[parameter]);
    if (Numbers.big(values[parameter]).bitLength() >= Long.SIZE) {
      throw PythonError.failed("Python int too large to convert to C ssize_t");
    }
    return integer;
  }
}
