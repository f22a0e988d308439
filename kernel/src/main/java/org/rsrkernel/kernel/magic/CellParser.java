package org.rsrkernel.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rsrkernel.kernel.magic.CellProgram.CellMagic;
import org.rsrkernel.kernel.source.CellSource;
import org.rsrkernel.kernel.source.RecordConstructors;

/** Separates a cell's magics from its Java. Lines keep their numbers. Thread-safe. */
public final class CellParser {
  private static final Pattern CELL_MAGIC =
      Pattern.compile("\\s*%%([A-Za-z_][A-Za-z_0-9]*)([^\\n]*)(?:\\n(.*))?", Pattern.DOTALL);

  private final MagicRegistry registry;

  public CellParser(MagicRegistry registry) {
    this.registry = registry;
  }

  /**
   * Takes a cell apart.
   *
   * @param name what errors call it
   */
  public CellProgram parse(String name, String written) {
    String code = written.replace("\r\n", "\n");
    Matcher cellMagic = CELL_MAGIC.matcher(code);
    if (cellMagic.matches()) {
      String body = cellMagic.group(3) == null ? "" : cellMagic.group(3);
      CellMagic magic = new CellMagic(cellMagic.group(1), cellMagic.group(2).strip(), body);
      return new CellProgram(new CellSource(name, code, ""), List.of(), Optional.of(magic));
    }
    String compilable = RecordConstructors.makePublic(code);
    List<MagicUse> uses = new MagicScanner(compilable, registry::hasLineMagic).scan();
    return rewrite(name, code, compilable, uses);
  }

  private CellProgram rewrite(String name, String written, String code, List<MagicUse> uses) {
    StringBuilder java = new StringBuilder();
    List<MagicUse> lines = new ArrayList<>();
    int copied = 0;
    for (MagicUse use : uses) {
      java.append(code, copied, use.start());
      if (use.position() == MagicUse.Position.LINE) {
        lines.add(
            new MagicUse(
                java.length(), java.length() + 1, use.name(), use.arguments(), use.position()));
      }
      java.append(javaFor(use));
      copied = use.end();
    }
    java.append(code, copied, code.length());
    return new CellProgram(new CellSource(name, written, java.toString()), lines, Optional.empty());
  }

  private String javaFor(MagicUse use) {
    String arguments = literal(use.name()) + ", " + literal(use.arguments());
    String owner = MagicCall.class.getName();
    return switch (use.position()) {
      case LINE -> ";";
      case STATEMENT -> owner + ".show(" + arguments + ");";
      case EXPRESSION, LAST_EXPRESSION ->
          "(("
              + registry.resultType(use)
              + ") "
              + owner
              + ".value("
              + arguments
              + "))"
              + (use.position() == MagicUse.Position.LAST_EXPRESSION ? ";" : "");
    };
  }

  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> literal.append('\\').append(c);
        case '\t' -> literal.append("\\t");
        case '\r' -> literal.append("\\r");
        default -> literal.append(c);
      }
    }
    return literal.append('"').toString();
  }
}
