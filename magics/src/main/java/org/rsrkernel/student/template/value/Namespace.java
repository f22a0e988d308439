package org.rsrkernel.student.template.value;

/** {@code namespace()}: fields that {@code {% set %}} may change from an inner scope. */
public final class Namespace implements Attributes {

  private final Dict fields = new Dict();

  /** Sets a field; names that begin with an underscore are refused, as in transformers. */
  public void set(Object name, Object value, Budget budget) {
    if (Text.is(name) && Text.of(name).startsWith("_")) {
      throw PythonError.failed(
          "Chat templates cannot store underscore-prefixed attributes on a namespace, but got '"
              + Text.of(name)
              + "'. Please rename the attribute.");
    }
    fields.put(name, value, budget);
  }

  Dict fields() {
    return fields;
  }

  @Override
  public Object attribute(String name) {
    return fields.get(name);
  }

  @Override
  public String typeName() {
    return "Namespace";
  }
}
