package org.rsrkernel.student.template.evaluation;

import java.util.List;

/**
 * What a template wrote.
 *
 * @param generated its {@code {% generation %}} blocks, in order
 * @param placed whether all such blocks stood in the template itself; where one stands in a macro
 *     or a block that is captured, its place in the text is not known and it is left out
 */
public record Rendering(String text, List<Span> generated, boolean placed) {

  public Rendering {
    generated = List.copyOf(generated);
  }
}
