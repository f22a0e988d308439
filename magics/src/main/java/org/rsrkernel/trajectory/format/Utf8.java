package org.rsrkernel.trajectory.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict decoding: a byte that is no UTF-8 makes its row broken instead of changing its text. */
final class Utf8 {

  private static final char REPLACEMENT = '\ufffd';

  private Utf8() {}

  static String decode(Place place, byte[] bytes) throws BrokenRowException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      int wrong = firstMalformed(bytes);
      if (wrong >= 0) {
        throw new BrokenRowException(
            place,
            "not UTF-8: byte 0x%02x at byte %d of the row; if the file has another encoding, name it"
                .formatted(bytes[wrong] & 0xff, wrong + 1));
      }
    }
    return text;
  }

  private static int firstMalformed(byte[] bytes) {
    CharsetDecoder strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CoderResult result = strict.decode(input, CharBuffer.allocate(bytes.length + 1), true);
    return result.isError() ? input.position() : -1;
  }
}
