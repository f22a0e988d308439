package org.rsrkernel.student;

import java.util.List;

/**
 * A conversation as the text a student reads.
 *
 * @param text what the chat template made of it
 * @param responses the assistant turns: what is scored
 */
public record RenderedText(String text, List<CharSpan> responses) {

  public RenderedText {
    responses = List.copyOf(responses);
  }
}
