package org.rsrkernel.scoring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names one trajectory's scores under one student: equal keys, equal scores.
 *
 * @param value 32 hexadecimal digits, from the student's fingerprint, the token ids and the
 *     positions scored
 */
public record ScoreKey(String value) {

  private static final int DIGEST_BYTES = 16;

  static ScoreKey of(String studentFingerprint, TokenSequence sequence) {
    int[] ids = sequence.tokenIds();
    int[] positions = sequence.responsePositions();
    ByteBuffer content = ByteBuffer.allocate(Integer.BYTES * (ids.length + positions.length + 1));
    content.putInt(ids.length);
    content.asIntBuffer().put(ids).put(positions);
    MessageDigest digest = sha256();
    digest.update(studentFingerprint.getBytes(StandardCharsets.UTF_8));
    digest.update(content.array());
    return new ScoreKey(HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
