package org.rsrkernel.kernel.magic;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Calls magics by name. */
final class MagicRunner {
  private final MagicRegistry registry;
  private final Consumer<Object> display;

  MagicRunner(MagicRegistry registry, Consumer<Object> display) {
    this.registry = registry;
    this.display = display;
  }

  Optional<Object> line(String name, String arguments) throws Exception {
    Optional<RawLineMagic> raw = registry.rawLineMagic(name);
    if (raw.isPresent()) {
      return Optional.ofNullable(raw.get().run(arguments));
    }
    if (!registry.hasLineMagic(name)) {
      throw new UnknownMagicException("%", name, registry.lineMagics());
    }
    return Optional.ofNullable(registry.applyLineMagic(name, ShellWords.split(arguments)));
  }

  Optional<Object> cell(CellProgram.CellMagic magic) throws Exception {
    if (!registry.hasCellMagic(magic.name())) {
      throw new UnknownMagicException("%%", magic.name(), registry.cellMagics());
    }
    List<String> words = ShellWords.split(magic.arguments());
    return Optional.ofNullable(registry.applyCellMagic(magic.name(), words, magic.body()));
  }

  void show(Object value) {
    display.accept(value);
  }
}
