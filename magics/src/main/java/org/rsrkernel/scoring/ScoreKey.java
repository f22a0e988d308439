package org.rsrkernel.scoring;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.rsrkernel.student.CharSpan;

/**
 * Names one trajectory's scores under one student: equal keys, equal scores.
 *
 * <p>Made from the text the student reads rather than from its token ids, which follow from the
 * text and the student: so what is cached is found without tokenising it again.
 *
 * @param value 32 hexadecimal digits
 */
public record ScoreKey(String value) {

  private static final int DIGEST_BYTES = 16;

  /**
   * The key of a trajectory's scores.
   *
   * @param studentFingerprint changes with weights, computing type, tokenizer, template and engine
   * @param text the rendered conversation
   * @param responses what is scored of it
   * @param maxLength tokens kept of the sequence
   */
  public static ScoreKey of(
      String studentFingerprint, String text, List<CharSpan> responses, int maxLength) {
    MessageDigest digest = sha256();
    for (String part :
        List.of(studentFingerprint, text, responses.toString(), Integer.toString(maxLength))) {
      digest.update(utf16(part));
      digest.update(new byte[] {(byte) 0xff, (byte) 0xff}); // no part of UTF-16 text
    }
    return new ScoreKey(HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES));
  }

  /** The text's own units, in which lone surrogates stay apart. */
  private static byte[] utf16(String text) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Character.BYTES * text.length()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
