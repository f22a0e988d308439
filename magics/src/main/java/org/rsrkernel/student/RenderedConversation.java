package org.rsrkernel.student;

import java.util.List;

/**
 * A conversation as the student reads it.
 *
 * @param text what the chat template made of it
 * @param tokenIds the text's tokens, shape [T]; not copied
 * @param tokenChars where each token lies in {@code text}, T spans
 * @param responses the assistant turns, as tokens: what is scored
 */
@SuppressWarnings("ArrayRecordComponent") // identity is enough; compared by tokenIds where needed
public record RenderedConversation(
    String text, int[] tokenIds, List<CharSpan> tokenChars, List<TokenSpan> responses) {

  public RenderedConversation {
    tokenChars = List.copyOf(tokenChars);
    responses = List.copyOf(responses);
  }
}
