package org.rsrkernel.student.weights;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest over what a student is made of, for recognising it again.
 *
 * <p>Of a tensor its length and four samples are read, spread from its first to its last byte: a
 * file of many gigabytes takes no longer than its header, and training changes every tensor it
 * touches nearly everywhere.
 */
public final class ContentDigest {

  private static final int SAMPLES = 4;
  private static final int SAMPLE_BYTES = 4096;

  private final MessageDigest sha256;
  private final byte[] sample = new byte[SAMPLE_BYTES];

  public ContentDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) { // every Java platform has it
      throw new IllegalStateException(e);
    }
  }

  /** Adds a text, delimited from its neighbours. */
  public ContentDigest text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    sha256.update(bytes);
    return this;
  }

  /** Adds samples of {@code bytes} bytes at {@code offset}. */
  public ContentDigest samples(WeightFile file, long offset, long bytes) {
    number(bytes);
    int length = (int) Math.min(bytes, SAMPLE_BYTES);
    for (int i = 0; i < SAMPLES; i++) {
      file.read(offset + (bytes - length) / (SAMPLES - 1) * i, sample, length);
      sha256.update(sample, 0, length);
    }
    return this;
  }

  /** The digest in hexadecimal. Call it once, at the end. */
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  private void number(long number) {
    sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }
}
