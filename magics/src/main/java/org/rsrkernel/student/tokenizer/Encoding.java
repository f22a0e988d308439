package org.rsrkernel.student.tokenizer;

import java.util.List;
import org.rsrkernel.student.CharSpan;

/**
 * A text's tokens.
 *
 * @param ids shape [T], not copied
 * @param chars where each token lies in the text, T spans; the tokens that share one character of
 *     several bytes all have that character's span
 */
@SuppressWarnings("ArrayRecordComponent") // a result that is read once, never compared
public record Encoding(int[] ids, List<CharSpan> chars) {

  public Encoding {
    chars = List.copyOf(chars);
  }
}
