package org.rsrkernel.student.template.value;

/** An object with attributes of its own. */
public interface Attributes {

  /** The attribute's value, or {@link Absent#ABSENT}. */
  Object attribute(String name);

  /** Its type's name in Python. */
  String typeName();
}
