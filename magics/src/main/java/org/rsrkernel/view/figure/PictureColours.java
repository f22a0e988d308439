package org.rsrkernel.view.figure;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rsrkernel.view.html.Palette;

/** CSS colours of a figure as Java2D knows them. */
final class PictureColours {

  private static final Pattern RGBA =
      Pattern.compile(
          "rgba?\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,\\s*(\\d+)\\s*(?:,\\s*([\\d.]+)\\s*)?\\)");
  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

  private PictureColours() {}

  /** The colour; that of the palette at {@code index} if none is set or it is written otherwise. */
  static Color of(JsonNode colour, int index) {
    String css = colour.asText("");
    Matcher rgba = RGBA.matcher(css);
    if (rgba.matches()) {
      double alpha = rgba.group(4) == null ? 1 : Double.parseDouble(rgba.group(4));
      return new Color(
          channel(rgba.group(1)),
          channel(rgba.group(2)),
          channel(rgba.group(3)),
          (int) Math.round(255 * Math.min(1, alpha)));
    }
    return Color.decode(HEX.matcher(css).matches() ? css : Palette.colour(index));
  }

  private static int channel(String digits) {
    return digits.length() > 3 ? 255 : Math.min(255, Integer.parseInt(digits));
  }
}
