package org.rsrkernel.student.template.value;

import java.math.BigInteger;

/** What Python calls a value's type. */
public final class TypeName {

  private TypeName() {}

  public static String of(Object value) {
    if (value == null) {
      return "NoneType";
    }
    if (value instanceof Boolean) {
      return "bool";
    }
    if (value instanceof Long || value instanceof BigInteger) {
      return "int";
    }
    if (value instanceof Double) {
      return "float";
    }
    if (value instanceof String) {
      return "str";
    }
    if (value instanceof Dict) {
      return "dict";
    }
    if (value instanceof Sequence sequence) {
      return of(sequence);
    }
    if (value instanceof DictView view) {
      return view.type();
    }
    if (value instanceof LazySequence) {
      return "generator";
    }
    if (value instanceof Attributes object) {
      return object.typeName();
    }
    return value instanceof Function ? "function" : value.getClass().getSimpleName();
  }

  private static String of(Sequence sequence) {
    if (sequence instanceof ListValue) {
      return "list";
    }
    return sequence instanceof Tuple ? "tuple" : "range";
  }
}
