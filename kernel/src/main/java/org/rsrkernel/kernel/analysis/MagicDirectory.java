package org.rsrkernel.kernel.analysis;

import java.util.List;
import org.rsrkernel.kernel.extension.MagicSupport;

/** What the kernel knows of its magics. Implementations are thread-safe and never wait. */
public interface MagicDirectory {

  /** Names of line magics, without {@code %}. */
  List<String> lineMagics();

  /** Names of cell magics, without {@code %%}. */
  List<String> cellMagics();

  /** What a magic tells about itself; one that tells nothing for unknown names. */
  MagicSupport support(String name);

  /** Whether a magic's argument or body is Java, as with {@code %time}. */
  boolean takesJava(String name);

  /** A cell's text with its line magics turned into Java, line for line. */
  String toJava(String cell);
}
