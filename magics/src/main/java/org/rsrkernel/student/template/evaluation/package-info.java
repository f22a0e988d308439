/** Walks a template's tree and writes its text, within a {@code Budget}. */
package org.rsrkernel.student.template.evaluation;
