package org.rsrkernel.kernel.analysis;

import java.util.List;
import java.util.Optional;
import org.rsrkernel.kernel.extension.MagicCompletion;
import org.rsrkernel.kernel.extension.MagicSupport;

/** Three magics as a kernel could have: {@code %load}, {@code %rank} with verbs, {@code %time}. */
public final class SomeMagics implements MagicDirectory {

  @Override
  public List<String> lineMagics() {
    return List.of("load", "rank", "time");
  }

  @Override
  public List<String> cellMagics() {
    return List.of("rank", "time");
  }

  @Override
  public MagicSupport support(String name) {
    return name.equals("rank") ? new Rank() : new MagicSupport() {};
  }

  @Override
  public boolean takesJava(String name) {
    return name.equals("time");
  }

  @Override
  public String toJava(String cell) {
    return cell.replaceAll("= *%rank[^;\\n]*", "= (java.util.List<String>) null");
  }

  private static final class Rank implements MagicSupport {

    @Override
    public List<MagicCompletion> complete(String line, int cursor) {
      int start = line.lastIndexOf(' ', cursor - 1) + 1;
      return List.of("teachers", "tokens").stream()
          .filter(verb -> verb.startsWith(line.substring(start, cursor)))
          .map(verb -> new MagicCompletion(start, cursor, verb, "verb"))
          .toList();
    }

    @Override
    public Optional<String> help(List<String> arguments) {
      return Optional.of("%rank " + String.join(" ", arguments) + ": ranks things");
    }
  }
}
