package org.rsrkernel.student.template.evaluation;

/** How a statement ends. */
enum Flow {
  NEXT,
  BREAK,
  CONTINUE
}
