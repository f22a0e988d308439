package org.rsrkernel.kernel.diagnostics;

import java.util.List;

/**
 * What Jupyter's {@code error} message needs.
 *
 * @param name {@code CompileError}, or the full class name of the exception
 * @param value one line on what went wrong
 * @param traceback the lines to show, coloured with ANSI escapes
 */
public record CellError(String name, String value, List<String> traceback) {

  public CellError {
    traceback = List.copyOf(traceback);
  }

  /** The traceback as one text without colours. */
  public String plainText() {
    return Ansi.strip(String.join("\n", traceback));
  }
}
