package org.rsrkernel.view.html;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Whether this machine can draw pictures at all. */
public final class Drawing {

  private static final boolean POSSIBLE = tryLetters();

  private Drawing() {}

  /** False where Java finds no fonts or no font library, as on minimal installations. */
  public static boolean possible() {
    return POSSIBLE;
  }

  /**
   * Java says it in many ways: RuntimeException from fontconfig, UnsatisfiedLinkError,
   * InternalError.
   */
  private static boolean tryLetters() {
    BufferedImage canvas = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = canvas.createGraphics();
    try {
      graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
      return graphics.getFontMetrics().stringWidth("rank") > 0;
    } catch (RuntimeException | LinkageError | InternalError noFonts) {
      return false;
    } finally {
      graphics.dispose();
    }
  }
}
