package org.rsrkernel.student;

import java.util.List;

/**
 * A conversation as the text a student reads.
 *
 * @param text what the chat template made of it
 * @param responses the assistant turns, in order and apart: what is scored; see {@link
 *     org.rsrkernel.student.template.ChatTemplate#renderResponses}
 */
public record RenderedText(String text, List<CharSpan> responses) {

  public RenderedText {
    responses = List.copyOf(responses);
  }
}
