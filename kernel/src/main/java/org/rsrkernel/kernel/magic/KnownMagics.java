package org.rsrkernel.kernel.magic;

import java.util.List;
import org.rsrkernel.kernel.analysis.MagicDirectory;
import org.rsrkernel.kernel.extension.MagicSupport;

/** The registered magics, as completion and inspection see them. Thread-safe. */
public record KnownMagics(MagicRegistry registry, CellParser parser) implements MagicDirectory {

  @Override
  public List<String> lineMagics() {
    return registry.lineMagics();
  }

  @Override
  public List<String> cellMagics() {
    return registry.cellMagics();
  }

  @Override
  public MagicSupport support(String name) {
    return registry.support(name);
  }

  @Override
  public boolean takesJava(String name) {
    return registry.rawLineMagic(name).isPresent();
  }

  @Override
  public String toJava(String cell) {
    return parser.parse("", cell).source().java();
  }
}
