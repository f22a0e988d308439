package org.rsrkernel.view.html;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes drawings as PNG with a palette: half the bytes, and no difference to be seen. */
public final class SmallPng {

  private static final int PALETTE = 256;

  private SmallPng() {}

  /** The drawing's bytes: its 256 most frequent colours; rarer ones become the nearest of them. */
  public static byte[] encode(BufferedImage drawing) {
    int[] palette = palette(drawing);
    IndexColorModel model = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
    BufferedImage indexed =
        new BufferedImage(
            drawing.getWidth(), drawing.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    WritableRaster raster = indexed.getRaster();
    Map<Integer, Integer> places = new HashMap<>();
    for (int y = 0; y < drawing.getHeight(); y++) {
      for (int x = 0; x < drawing.getWidth(); x++) {
        int place =
            places.computeIfAbsent(coarse(drawing.getRGB(x, y)), rgb -> nearest(palette, rgb));
        raster.setSample(x, y, 0, place);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(indexed, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("a PNG could not be written to memory", e);
    }
    return png.toByteArray();
  }

  private static int[] palette(BufferedImage drawing) {
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    for (int y = 0; y < drawing.getHeight(); y++) {
      for (int x = 0; x < drawing.getWidth(); x++) {
        counts.merge(coarse(drawing.getRGB(x, y)), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(PALETTE)
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  /** The same but for the lowest bits of each channel, all set: fewer colours, and white stays. */
  private static int coarse(int rgb) {
    return rgb | 0x070707;
  }

  private static int nearest(int[] palette, int rgb) {
    int nearest = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length && least > 0; i++) {
      int red = (palette[i] >> 16 & 255) - (rgb >> 16 & 255);
      int green = (palette[i] >> 8 & 255) - (rgb >> 8 & 255);
      int blue = (palette[i] & 255) - (rgb & 255);
      int distance = red * red + green * green + blue * blue;
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }
}
