package org.rsrkernel.view.heatmap;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rsrkernel.view.html.Drawing;
import org.rsrkernel.view.html.SmallPng;

/** The heat map's beginning as a PNG, coloured by rank: for PDF and other places without HTML. */
final class HeatMapPicture {

  private static final int WIDTH = 800;
  private static final int MARGIN = 12;
  private static final int LINE_HEIGHT = 20;
  private static final int MAX_LINES = 30;
  private static final Color INK = new Color(0x1f2328);
  private static final Color FAINT = new Color(0x8b949e);
  private static final Pattern RGBA = Pattern.compile("rgba\\((\\d+),(\\d+),(\\d+),([\\d.]+)\\)");

  private final Graphics2D graphics;
  private final FontMetrics metrics;
  private int x = MARGIN;
  private int line = 1;

  private HeatMapPicture(BufferedImage image) {
    graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 13));
    graphics.setStroke(new BasicStroke(1));
    metrics = graphics.getFontMetrics();
  }

  /** The picture; empty on a machine without fonts. */
  static byte[] png(TokenView view) {
    if (!Drawing.possible()) {
      return new byte[0];
    }
    BufferedImage image =
        new BufferedImage(WIDTH, (MAX_LINES + 2) * LINE_HEIGHT, BufferedImage.TYPE_INT_RGB);
    HeatMapPicture picture = new HeatMapPicture(image);
    picture.draw(view);
    int height = Math.min(image.getHeight(), (picture.line + 1) * LINE_HEIGHT);
    return SmallPng.encode(image.getSubimage(0, 0, WIDTH, height));
  }

  private void draw(TokenView view) {
    graphics.setColor(FAINT);
    graphics.drawString(view.summary(), MARGIN, LINE_HEIGHT);
    line++;
    for (TokenCell cell : view.cells()) {
      if (line > MAX_LINES) {
        graphics.setColor(FAINT);
        graphics.drawString("… and more", MARGIN, line * LINE_HEIGHT);
        break;
      }
      draw(cell);
    }
    graphics.dispose();
  }

  private void draw(TokenCell cell) {
    String visible = TokenText.visible(cell.text());
    int from = 0;
    while (from < visible.length() && line <= MAX_LINES) {
      int lineEnd = visible.indexOf('\n', from);
      int to = lineEnd < 0 ? visible.length() : lineEnd;
      drawPiece(visible.substring(from, to).replace("\t", "    "), cell);
      if (lineEnd >= 0) {
        nextLine();
      }
      from = to + 1;
    }
  }

  private void drawPiece(String text, TokenCell cell) {
    int width = metrics.stringWidth(text);
    if (x + width > WIDTH - MARGIN && x > MARGIN) {
      nextLine();
    }
    int baseline = line * LINE_HEIGHT;
    if (cell.scored()) {
      graphics.setColor(colour(TokenScale.colour(TokenScale.bucket(cell.rank()))));
      graphics.fillRect(x, baseline - metrics.getAscent(), width, LINE_HEIGHT - 3);
    }
    graphics.setColor(cell.scored() ? INK : FAINT);
    graphics.drawString(text, x, baseline);
    x += width;
  }

  private void nextLine() {
    x = MARGIN;
    line++;
  }

  private static Color colour(String css) {
    Matcher rgba = RGBA.matcher(css);
    if (!rgba.matches()) {
      throw new IllegalArgumentException("not a colour of the scale: " + css);
    }
    return new Color(
        Integer.parseInt(rgba.group(1)),
        Integer.parseInt(rgba.group(2)),
        Integer.parseInt(rgba.group(3)),
        (int) (255 * Double.parseDouble(rgba.group(4))));
  }
}
