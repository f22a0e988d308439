package org.rsrkernel.kernel.analysis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rsrkernel.kernel.source.MaskedCode;

/**
 * A magic's line with the cursor in it.
 *
 * @param start UTF-16 offset of the first {@code %} in the cell
 * @param ofCell whether it is a {@code %%} magic
 * @param name as far as the cursor if the cursor is in the name
 * @param line the text after the name, up to the line's end; empty while the name is written
 * @param lineStart UTF-16 offset of {@code line} in the cell
 * @param inName whether the cursor is in the name
 */
public record MagicPlace(
    int start, boolean ofCell, String name, String line, int lineStart, boolean inName) {

  private static final Pattern LINE_MAGIC =
      Pattern.compile("(?:^|[=(,;{?:]|\\breturn\\b)\\s*(%)([\\p{Alpha}_]\\w*)?(?=\\s|$)");
  private static final Pattern CELL_MAGIC =
      Pattern.compile("\\s*(%%)([\\p{Alpha}_]\\w*)?(?=\\s|$)");

  /**
   * Finds the magic whose line holds the cursor.
   *
   * @param cursor UTF-16 offset
   */
  public static Optional<MagicPlace> at(String cell, int cursor) {
    Matcher cellMagic = CELL_MAGIC.matcher(cell);
    int from = cell.lastIndexOf('\n', cursor - 1) + 1;
    if (cellMagic.lookingAt()) {
      boolean sameLine = cell.indexOf('\n', cellMagic.end()) < 0 || from <= cellMagic.start(1);
      return sameLine && cursor > cellMagic.start(1)
          ? Optional.of(of(cell, cursor, cellMagic, true))
          : Optional.empty();
    }
    int newline = cell.indexOf('\n', cursor);
    Matcher magic = LINE_MAGIC.matcher(cell).region(from, newline < 0 ? cell.length() : newline);
    while (magic.find() && magic.start(1) < cursor) {
      if (MaskedCode.of(cell.substring(0, magic.start(1))).endsIn() == MaskedCode.Region.CODE) {
        return Optional.of(of(cell, cursor, magic, false));
      }
    }
    return Optional.empty();
  }

  /** The name of the {@code %%} magic that the cell begins with. */
  public static Optional<String> cellMagic(String cell) {
    Matcher cellMagic = CELL_MAGIC.matcher(cell);
    return cellMagic.lookingAt() ? Optional.ofNullable(cellMagic.group(2)) : Optional.empty();
  }

  private static MagicPlace of(String cell, int cursor, Matcher magic, boolean ofCell) {
    int newline = cell.indexOf('\n', magic.end());
    String line = cell.substring(magic.end(), newline < 0 ? cell.length() : newline);
    boolean inName = cursor <= magic.end();
    String name = magic.group(2) == null ? "" : magic.group(2);
    int written = cursor - magic.end(1);
    String shown = inName ? name.substring(0, Math.max(0, Math.min(written, name.length()))) : name;
    return new MagicPlace(magic.start(1), ofCell, shown, inName ? "" : line, magic.end(), inName);
  }
}
