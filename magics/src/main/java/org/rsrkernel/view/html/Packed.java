package org.rsrkernel.view.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** What is carried compressed in a page, where browsers do not run or show it. */
public final class Packed {

  private Packed() {}

  /** Text as gzip. */
  public static byte[] gzip(String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("no room in memory for packed text", e);
    }
    return packed.toByteArray();
  }

  /** The script element that carries gzip in base64; its class is {@code rsr-} and the name. */
  public static String script(String name, byte[] gzip) {
    return "<script type=\"application/gzip\" class=\"rsr-%s\">%s</script>\n"
        .formatted(name, Base64.getEncoder().encodeToString(gzip));
  }
}
