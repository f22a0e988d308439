package org.rsrkernel.trajectory.format;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file's bytes, decompressed and as UTF-8 without byte order mark. Compression and encoding are
 * told by the first bytes, not by the name.
 */
final class TextBytes {

  static final int HEAD = 8192;

  /** JSON in UTF-16 has a zero beside every letter of ASCII, whatever language its texts are in. */
  private static final double ZEROS_OF_UTF16 = 0.1;

  private TextBytes() {}

  static InputStream decompressed(InputStream file) throws IOException {
    PushbackInputStream in = new PushbackInputStream(new BufferedInputStream(file, 1 << 16), HEAD);
    byte[] head = peek(in);
    if (startsWith(head, 0x1f, 0x8b)) {
      return new GZIPInputStream(in, 1 << 16);
    }
    if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) {
      return new ZstdInputStream(in).setContinuous(false);
    }
    return in;
  }

  /** The same text in UTF-8, read from UTF-8, UTF-16, UTF-32 or the encoding asked for. */
  static PushbackInputStream utf8(InputStream bytes, Optional<Charset> asked) throws IOException {
    PushbackInputStream in = new PushbackInputStream(bytes, HEAD);
    byte[] head = peek(in);
    if (startsWith(head, 0xef, 0xbb, 0xbf)) {
      in.skipNBytes(3);
      return in;
    }
    Charset charset = asked.orElseGet(() -> encodingOf(head));
    if (charset.equals(StandardCharsets.UTF_8)) {
      return in;
    }
    return new PushbackInputStream(new BufferedInputStream(new Utf8Stream(in, charset)), HEAD);
  }

  /** Byte order marks; without one, the zeros that UTF-16 leaves beside ASCII. */
  private static Charset encodingOf(byte[] head) {
    if (startsWith(head, 0xff, 0xfe, 0, 0) || startsWith(head, 0, 0, 0xfe, 0xff)) {
      return Charset.forName("UTF-32");
    }
    if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) {
      return StandardCharsets.UTF_16;
    }
    if (zeros(head, 1) > ZEROS_OF_UTF16) {
      return StandardCharsets.UTF_16LE;
    }
    if (zeros(head, 0) > ZEROS_OF_UTF16) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  /** The share of zeros among every other byte, from {@code first}. */
  private static double zeros(byte[] head, int first) {
    int zeros = 0;
    int counted = 0;
    for (int i = first; i < head.length; i += 2) {
      zeros += head[i] == 0 ? 1 : 0;
      counted++;
    }
    return counted == 0 ? 0 : (double) zeros / counted;
  }

  static byte[] peek(PushbackInputStream in) throws IOException {
    byte[] head = in.readNBytes(HEAD);
    in.unread(head);
    return head;
  }

  static boolean startsWith(byte[] head, int... magic) {
    byte[] wanted = new byte[magic.length];
    for (int i = 0; i < magic.length; i++) {
      wanted[i] = (byte) magic[i];
    }
    return head.length >= wanted.length
        && Arrays.equals(Arrays.copyOf(head, wanted.length), wanted);
  }
}
