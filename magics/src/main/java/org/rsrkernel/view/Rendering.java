package org.rsrkernel.view;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One output in every form a front end may want; each takes the best it can show.
 *
 * @param html a fragment that reads well without its scripts too
 * @param png a picture for places without HTML, such as PDF; not copied; empty if there is none
 * @param text for terminals
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out, never compared
public record Rendering(String html, byte[] png, String text) {

  public Rendering {
    Objects.requireNonNull(html, "html");
    Objects.requireNonNull(png, "png");
    Objects.requireNonNull(text, "text");
  }

  /** An output without a picture. */
  public static Rendering of(String html, String text) {
    return new Rendering(html, new byte[0], text);
  }

  /** The forms by MIME type, as Jupyter's {@code display_data} carries them: a PNG in base64. */
  public Map<String, String> mimeBundle() {
    Map<String, String> bundle = new LinkedHashMap<>();
    bundle.put("text/html", html);
    if (png.length > 0) {
      bundle.put("image/png", Base64.getEncoder().encodeToString(png));
    }
    bundle.put("text/plain", text);
    return bundle;
  }
}
