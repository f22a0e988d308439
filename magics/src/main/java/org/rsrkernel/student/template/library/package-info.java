/**
 * What a template can call: filters, tests, functions, and the methods of texts, lists and dicts.
 * Only what reads; what would change a value is refused, as in Jinja2's immutable sandbox.
 */
package org.rsrkernel.student.template.library;
