/**
 * A chat template as text, tokens and tree: Jinja2's grammar with {@code trim_blocks}, {@code
 * lstrip_blocks}, loop controls and {@code {% generation %}}. Knows nothing of values.
 */
package org.rsrkernel.student.template.syntax;
