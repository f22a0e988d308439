package org.rsrkernel.trajectory.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The beginning of something for a message. */
final class Excerpt {

  private static final int CHARACTERS = 40;

  private Excerpt() {}

  static String of(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= CHARACTERS ? line : line.substring(0, CHARACTERS) + "…";
  }

  /** Printable bytes as they are, others as hexadecimal numbers. */
  static String of(byte[] bytes) {
    byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, 16));
    StringBuilder hex = new StringBuilder();
    StringBuilder shown = new StringBuilder();
    for (byte b : start) {
      hex.append("%02x ".formatted(b & 0xff));
      shown.append(b >= 0x20 && b < 0x7f ? (char) b : '·');
    }
    String text = new String(start, StandardCharsets.US_ASCII);
    return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f)
        ? "\"" + text + "\""
        : hex.toString().strip() + " (" + shown + ")";
  }
}
