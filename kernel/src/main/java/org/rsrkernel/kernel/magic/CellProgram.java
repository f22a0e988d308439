package org.rsrkernel.kernel.magic;

import java.util.List;
import java.util.Optional;
import org.rsrkernel.kernel.source.CellSource;

/**
 * A cell taken apart.
 *
 * @param source its Java; magics that stand alone are a {@code ;} there, those in expressions are
 *     calls
 * @param lines the magics that stand alone, in order; their offsets are in {@link
 *     CellSource#java()}
 * @param cellMagic what the whole cell is instead, if it begins with {@code %%}
 */
public record CellProgram(CellSource source, List<MagicUse> lines, Optional<CellMagic> cellMagic) {

  public CellProgram {
    lines = List.copyOf(lines);
  }

  /**
   * A magic that takes the rest of the cell.
   *
   * @param arguments the text after the name in the first line, not yet split
   * @param body the lines after the first; empty if there are none
   */
  public record CellMagic(String name, String arguments, String body) {}
}
