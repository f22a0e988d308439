package org.rsrkernel.student.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The 256 characters in which byte-level vocabularies write bytes: printable Latin-1 characters
 * stand for themselves, the others for the characters from U+0100 on.
 */
public final class ByteLevelAlphabet {

  private static final char[] CHARACTERS = new char[256];
  private static final int[] BYTES = new int[512];

  static {
    Arrays.fill(BYTES, -1);
    char next = 0x100;
    for (int value = 0; value < 256; value++) {
      boolean printable = value >= '!' && value <= '~' || value >= 0xa1 && value != 0xad;
      CHARACTERS[value] = printable ? (char) value : next++;
      BYTES[CHARACTERS[value]] = value;
    }
  }

  private ByteLevelAlphabet() {}

  /** The byte a character stands for, 0 to 255, or -1 if it stands for none. */
  public static int byteOf(char character) {
    return character < BYTES.length ? BYTES[character] : -1;
  }

  /** Whether the token is written in this alphabet altogether. */
  public static boolean spells(String token) {
    return token.chars().allMatch(character -> byteOf((char) character) >= 0);
  }

  /** The text's UTF-8 bytes in this alphabet. */
  public static String spell(String text) {
    StringBuilder spelled = new StringBuilder();
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      spelled.append(CHARACTERS[value & 0xff]);
    }
    return spelled.toString();
  }
}
