package org.rsrkernel.student.template;

import java.util.List;
import org.rsrkernel.student.CharSpan;

/**
 * A rendered conversation.
 *
 * @param responses the assistant's responses in {@code text}, in order and apart: see {@link
 *     ChatTemplate#renderResponses}
 */
public record RenderedTemplate(String text, List<CharSpan> responses) {

  public RenderedTemplate {
    responses = List.copyOf(responses);
  }
}
