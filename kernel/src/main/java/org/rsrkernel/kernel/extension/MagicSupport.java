package org.rsrkernel.kernel.extension;

import java.util.List;
import java.util.Optional;

/**
 * What the kernel asks about a magic when a cell is compiled, completed or inspected.
 *
 * <p>Called from several threads, also while a cell runs; answers must not wait for a cell.
 */
public interface MagicSupport {

  /**
   * The Java type of {@code %magic arguments…} used as an expression, as it would be written in a
   * cell with no imports: {@code "tech.tablesaw.api.Table"}. The kernel casts the call to it.
   */
  default String resultType(List<String> arguments) {
    return "java.lang.Object";
  }

  /**
   * Completions inside the magic's line.
   *
   * @param line the text after the magic's name, without the line's end
   * @param cursor UTF-16 offset into {@code line}
   */
  default List<MagicCompletion> complete(String line, int cursor) {
    return List.of();
  }

  /** Help for the word under the cursor, as plain text; shown on Shift-Tab. */
  default Optional<String> help(List<String> arguments) {
    return Optional.empty();
  }
}
