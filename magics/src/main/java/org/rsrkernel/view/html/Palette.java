package org.rsrkernel.view.html;

import java.util.List;
import tech.tablesaw.plotly.components.Symbol;

/**
 * A colour and a shape for each teacher, so that neither carries the difference alone.
 *
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito, Color Universal Design: colours
 *     that colour-blind readers tell apart</a>
 */
public final class Palette {

  private static final List<String> COLOURS =
      List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7F7F7F");
  private static final List<Symbol> SYMBOLS =
      List.of(
          Symbol.CIRCLE,
          Symbol.SQUARE,
          Symbol.DIAMOND,
          Symbol.TRIANGLE_UP,
          Symbol.CROSS,
          Symbol.TRIANGLE_DOWN,
          Symbol.X,
          Symbol.PENTAGON,
          Symbol.HEXAGON);

  private Palette() {}

  /** The colour of the teacher at {@code index}, as {@code #RRGGBB}; repeats after seven. */
  public static String colour(int index) {
    return COLOURS.get(index % COLOURS.size());
  }

  /** The same colour, see-through: {@code alpha} 1 is solid. */
  public static String colour(int index, double alpha) {
    int rgb = Integer.parseInt(colour(index).substring(1), 16);
    return "rgba(%d,%d,%d,%s)".formatted(rgb >> 16, rgb >> 8 & 255, rgb & 255, alpha);
  }

  /** The shape of the teacher at {@code index}; with the colour, 63 teachers differ. */
  public static Symbol symbol(int index) {
    return SYMBOLS.get(index % SYMBOLS.size());
  }
}
