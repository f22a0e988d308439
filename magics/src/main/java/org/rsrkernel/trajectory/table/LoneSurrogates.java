package org.rsrkernel.trajectory.table;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Halves of UTF-16 pairs that stand alone: JSON escapes can write them, UTF-8 cannot. */
final class LoneSurrogates {

  private static final Pattern ESCAPE = Pattern.compile("\\\\u[dD][89a-fA-F]");

  private LoneSurrogates() {}

  /** The text with a question mark for each. */
  static String replaced(String text) {
    boolean any = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
    return any ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8) : text;
  }

  /** Whether a JSON text writes surrogates as escapes, paired or not. */
  static boolean mayBeEscapedIn(String json) {
    return ESCAPE.matcher(json).find();
  }
}
