package org.rsrkernel.kernel.magic;

import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagicFunction;
import java.util.List;
import java.util.Optional;
import org.rsrkernel.kernel.dependency.DependencyRequest;
import org.rsrkernel.kernel.display.NotebookDisplay;
import org.rsrkernel.kernel.extension.MagicSupport;
import org.rsrkernel.kernel.history.CellHistory;
import org.rsrkernel.kernel.shell.JavaShell;

/** The magics every notebook has, whatever extensions are there. */
public final class CoreMagics {
  private final MagicRegistry registry;

  private CoreMagics(MagicRegistry registry) {
    this.registry = registry;
  }

  /**
   * Registers them.
   *
   * @param jarAdded called after {@code %classpath} has added something, to look for extensions
   */
  public static void register(
      MagicRegistry registry,
      JavaShell shell,
      CellRunner runner,
      NotebookDisplay display,
      CellHistory history,
      Runnable jarAdded) {
    CoreMagics core = new CoreMagics(registry);
    VariableMagics variables = new VariableMagics(shell);
    core.line(
        "vars",
        "%vars: the notebook's variables with type, size and value",
        words -> variables.vars());
    core.line("who", "%who: the names of the notebook's variables", words -> variables.who());
    core.line(
        "reset", "%reset: forgets all variables, methods and classes", words -> variables.reset());
    core.line("lsmagic", "%lsmagic: all magics", words -> core.list());
    core.line(
        "history",
        "%history [N]: the last N cells (all of this session if N is left out)",
        words -> new HistoryMagic(history).show(words));
    core.line(
        "jvm",
        "%jvm: the Java this notebook runs on, its options and memory",
        words -> JvmMagic.report());
    TimingMagics timing = new TimingMagics(runner);
    core.raw("time", "%time CODE: runs Java and tells how long it took", timing::time);
    core.raw(
        "timeit",
        "%timeit CODE: runs Java many times and tells the mean time of a run",
        timing::timeit);
    registry.registerCellMagic("time", (words, body) -> timing.time(body));
    FileMagics files = new FileMagics(runner);
    core.line("load", "%load FILE: runs a file of Java as if it were a cell", files::load);
    registry.registerCellMagic("writefile", files::write);
    registry.registerCellMagic("bash", (words, body) -> new BashMagic().run(body));
    registry.registerLineMagic("bash", words -> new BashMagic().run(String.join(" ", words)));
    for (String type : List.of("html", "markdown", "javascript", "latex")) {
      String mimeType = type.equals("javascript") ? "application/javascript" : "text/" + type;
      registry.registerCellMagic(type, (words, body) -> RawDisplay.of(mimeType, body));
    }
    ClassPathMagic classPath = new ClassPathMagic(shell, jarAdded);
    core.line(
        "classpath",
        "%classpath JAR|FOLDER|GLOB…: adds to the class path; without arguments lists what was added",
        classPath::addNamed);
    core.line("maven", DependencyRequest.USAGE, new MavenMagic(classPath, display)::add);
  }

  private void line(String name, String help, LineMagicFunction<?> magic) {
    registry.registerLineMagic(name, magic);
    describe(name, help);
  }

  private void raw(String name, String help, RawLineMagic magic) {
    registry.registerRawLineMagic(name, magic);
    describe(name, help);
  }

  private void describe(String name, String help) {
    registry.describe(
        name,
        new MagicSupport() {
          @Override
          public Optional<String> help(List<String> arguments) {
            return Optional.of(help);
          }
        });
  }

  private String list() {
    return "Line magics: %"
        + String.join(" %", registry.lineMagics())
        + "\nCell magics: %%"
        + String.join(" %%", registry.cellMagics());
  }
}
