package org.rsrkernel.kernel.analysis;

import java.util.Optional;

/**
 * The part of a cell that is Java, around the cursor: all of it, or what a magic such as {@code
 * %time} takes.
 *
 * @param start UTF-16 offset in the cell of the part's first character
 */
public record JavaText(String code, int start) {

  /** Empty where the cursor is in a magic or in the body of a cell magic that is no Java. */
  public static Optional<JavaText> around(String cell, int cursor, MagicDirectory magics) {
    Optional<MagicPlace> magic = MagicPlace.at(cell, cursor);
    if (magic.isPresent()) {
      boolean java = !magic.get().inName() && magics.takesJava(magic.get().name());
      int from = magic.get().lineStart();
      return java
          ? Optional.of(
              new JavaText(cell.substring(from, from + magic.get().line().length()), from))
          : Optional.empty();
    }
    Optional<String> cellMagic = MagicPlace.cellMagic(cell);
    if (cellMagic.isPresent() && !magics.takesJava(cellMagic.get())) {
      return Optional.empty();
    }
    int from = cellMagic.isPresent() ? cell.indexOf('\n') + 1 : 0;
    return Optional.of(new JavaText(cell.substring(from), from));
  }
}
