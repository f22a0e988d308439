package org.rsrkernel.student.template.value;

/** Stands for "nothing here" where null would mean {@code None}. */
public enum Absent {
  ABSENT
}
