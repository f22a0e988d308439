package org.rsrkernel.kernel.magic;

import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagicFunction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rsrkernel.kernel.dependency.MavenLineSupport;
import org.rsrkernel.kernel.display.NotebookDisplay;
import org.rsrkernel.kernel.extension.MagicSupport;
import org.rsrkernel.kernel.history.CellHistory;
import org.rsrkernel.kernel.shell.JavaShell;

/** The magics every notebook has, whatever extensions are there. */
public final class CoreMagics {
  private final MagicRegistry registry;

  public CoreMagics(MagicRegistry registry) {
    this.registry = registry;
    line("lsmagic", "%lsmagic: lists all magics", words -> list());
    line(
        "jvm",
        "%jvm: the Java of this notebook, its options and memory",
        words -> JvmMagic.report());
    BashMagic bash = new BashMagic();
    line("bash", "%bash COMMAND: runs a command", words -> bash.run(String.join(" ", words)));
    cell("bash", "%%bash: runs the cell as a script", (words, body) -> bash.run(body));
    for (String type : List.of("html", "markdown", "latex", "javascript")) {
      String mimeType = type.equals("javascript") ? "application/javascript" : "text/" + type;
      cell(
          type,
          "%%" + type + ": shows the cell as " + mimeType,
          (words, body) -> NotebookDisplay.ofType(mimeType, body));
    }
  }

  /** Those about variables and past cells. */
  public void about(JavaShell shell, CellHistory history) {
    VariableMagics variables = new VariableMagics(shell);
    line("vars", "%vars: all variables with type, size and value", words -> variables.vars());
    line("who", "%who: the names of all variables", words -> variables.who());
    line("reset", "%reset: forgets all variables, methods and classes", words -> variables.reset());
    line(
        "history",
        "%history [N]: the last N cells, or all of this session",
        words -> new HistoryMagic(history).show(words));
  }

  /** Those that run code. */
  public void running(CellRunner runner) {
    TimingMagics timing = new TimingMagics(runner);
    java("time", "%time CODE: runs Java and tells how long it took", timing::time);
    java("timeit", "%timeit CODE: runs Java many times, tells the mean time", timing::timeit);
    cell(
        "time",
        "%%time: runs the cell and tells how long it took",
        (words, body) -> timing.time("\n" + body));
    FileMagics files = new FileMagics(runner);
    line("load", "%load FILE: runs a file of Java as if it were a cell", files::load);
    cell("writefile", "%%writefile [-a] FILE: writes the cell to a file", files::write);
  }

  /**
   * Those that bring jars.
   *
   * @param jarAdded called when something was added, to look for extensions in it
   */
  public void jars(JavaShell shell, NotebookDisplay display, Runnable jarAdded) {
    ClassPathMagic classPath = new ClassPathMagic(shell, jarAdded);
    line(
        "classpath",
        "%classpath [JAR|FOLDER|GLOB]…: adds to the class path, or lists what was added",
        classPath::addNamed);
    registry.registerLineMagic("maven", new MavenMagic(classPath, display)::add);
    registry.describe("maven", new MavenLineSupport());
  }

  private void line(String name, String help, LineMagicFunction<?> magic) {
    registry.registerLineMagic(name, magic);
    describe(name, help);
  }

  private void cell(String name, String help, CellMagicFunction<?> magic) {
    registry.registerCellMagic(name, magic);
    describe(name, help);
  }

  private void java(String name, String help, RawLineMagic magic) {
    registry.registerRawLineMagic(name, magic);
    describe(name, help);
  }

  /** A magic with a line and a cell form has the help of both. */
  private void describe(String name, String help) {
    String before = registry.support(name).help(List.of()).map(text -> text + "\n").orElse("");
    registry.describe(
        name,
        new MagicSupport() {
          @Override
          public Optional<String> help(List<String> arguments) {
            return Optional.of(before + help);
          }
        });
  }

  /** A line for each form of each magic: the first lines of their help, or the bare name. */
  private String list() {
    Set<String> lines = new LinkedHashSet<>();
    registry.lineMagics().forEach(name -> lines.add(summary("%", name)));
    registry.cellMagics().forEach(name -> lines.add(summary("%%", name)));
    return String.join("\n", lines);
  }

  private String summary(String mark, String name) {
    return registry.support(name).help(List.of()).stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(mark + name))
        .findFirst()
        .orElse(mark + name);
  }
}
