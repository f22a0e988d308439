package org.rsrkernel.kernel.magic;

import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagic;
import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagic;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.rsrkernel.kernel.extension.MagicSupport;

/** Basekernel's magics, made listable, with what extensions tell about theirs. Thread-safe. */
public final class MagicRegistry extends Magics {
  private static final MagicSupport NOTHING_KNOWN = new MagicSupport() {};

  private final NavigableSet<String> lineMagics = new ConcurrentSkipListSet<>();
  private final NavigableSet<String> cellMagics = new ConcurrentSkipListSet<>();
  private final Map<String, MagicSupport> support = new ConcurrentHashMap<>();
  private final Map<String, RawLineMagic> rawMagics = new ConcurrentHashMap<>();

  @Override
  public void registerLineMagic(String name, LineMagicFunction<?> magic) {
    super.registerLineMagic(name, magic);
    lineMagics.add(name);
  }

  @Override
  public void registerCellMagic(String name, CellMagicFunction<?> magic) {
    super.registerCellMagic(name, magic);
    cellMagics.add(name);
  }

  @Override
  public <T extends LineMagicFunction<?> & CellMagicFunction<?>> void registerLineCellMagic(
      String name, T magic) {
    registerLineMagic(name, magic);
    registerCellMagic(name, magic);
  }

  @Override
  public void registerMagics(Object holder) {
    super.registerMagics(holder);
    listAnnotated(holder.getClass());
  }

  @Override
  public void registerMagics(Class<?> holder) {
    super.registerMagics(holder);
    listAnnotated(holder);
  }

  private void listAnnotated(Class<?> holder) {
    for (Method method : holder.getDeclaredMethods()) {
      LineMagic line = method.getAnnotation(LineMagic.class);
      if (line != null) {
        lineMagics.addAll(names(line.value(), line.aliases(), method));
      }
      CellMagic cell = method.getAnnotation(CellMagic.class);
      if (cell != null) {
        cellMagics.addAll(names(cell.value(), cell.aliases(), method));
      }
    }
  }

  private static NavigableSet<String> names(String name, String[] aliases, Method method) {
    NavigableSet<String> names = new ConcurrentSkipListSet<>(List.of(aliases));
    names.add(name.isEmpty() ? method.getName() : name);
    return names;
  }

  /** Registers a line magic whose argument is Java, so it may not be split into words. */
  void registerRawLineMagic(String name, RawLineMagic magic) {
    rawMagics.put(name, magic);
    lineMagics.add(name);
  }

  Optional<RawLineMagic> rawLineMagic(String name) {
    return Optional.ofNullable(rawMagics.get(name));
  }

  /** Tells what a magic returns, how it is completed, what its help is. */
  public void describe(String name, MagicSupport magicSupport) {
    support.put(name, magicSupport);
  }

  /** What is known of a magic; never null. */
  public MagicSupport support(String name) {
    return support.getOrDefault(name, NOTHING_KNOWN);
  }

  /** Names of line magics, without {@code %}. */
  public List<String> lineMagics() {
    return List.copyOf(lineMagics);
  }

  /** Names of cell magics, without {@code %%}. */
  public List<String> cellMagics() {
    return List.copyOf(cellMagics);
  }

  boolean hasLineMagic(String name) {
    return lineMagics.contains(name);
  }

  boolean hasCellMagic(String name) {
    return cellMagics.contains(name);
  }

  String resultType(MagicUse use) {
    List<String> words;
    try {
      words = ShellWords.split(use.arguments());
    } catch (IllegalArgumentException unclosedQuote) {
      words = List.of(); // running the magic reports it
    }
    return support(use.name()).resultType(words);
  }
}
