package org.rsrkernel.student.template.evaluation;

import org.rsrkernel.student.template.value.TextSink;

/**
 * Where a statement runs.
 *
 * @param out what it writes to
 * @param top whether {@code out} is the rendering itself, not the text of a macro or block
 */
record Frame(Scope scope, TextSink out, boolean top) {

  /** The same place with variables of its own. */
  Frame inner() {
    return new Frame(new Scope(scope), out, top);
  }
}
