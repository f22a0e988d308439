package org.rsrkernel.magic;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.rsrkernel.magic.session.Notebook;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.student.library.RsrHome;
import org.rsrkernel.view.Rendering;

/**
 * {@code %rsr} in another kernel on basekernel that has a public {@code getMagics()}, as IJava has.
 * There, once the jars are on the class path, one line brings it in:
 *
 * <pre>{@code
 * var rsr = org.rsrkernel.magic.StockKernel.addRsr(io.github.spencerpark.ijava.IJava.getKernelInstance());
 * }</pre>
 *
 * <p>Such a kernel does not tell magics about variables, so that tables are named for them first:
 * {@code rsr.name("runs", runs)}. Completion, help on Shift-Tab and typed results are this
 * project's own kernel's. Thread-safe.
 */
public final class StockKernel implements Notebook {
  private final BaseKernel kernel;
  private final Map<String, Object> named = new ConcurrentHashMap<>();

  private StockKernel(BaseKernel kernel) {
    this.kernel = kernel;
  }

  /**
   * Registers the magic and the renderers of its values.
   *
   * @throws IllegalArgumentException if the kernel has no public {@code getMagics()}
   */
  public static StockKernel addRsr(BaseKernel kernel) {
    Magics magics = magicsOf(kernel);
    StockKernel notebook = new StockKernel(kernel);
    RsrSession session = new RsrSession(notebook, RsrHome.find());
    RsrMagic magic = new RsrMagic(new RsrCommandLine(session), session);
    magics.registerLineMagic(RsrMagic.NAME, magic);
    magics.registerCellMagic(RsrMagic.NAME, magic);
    RsrRenderers.register(kernel.getRenderer());
    return notebook;
  }

  private static Magics magicsOf(BaseKernel kernel) {
    try {
      return (Magics) kernel.getClass().getMethod("getMagics").invoke(kernel);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          kernel.getClass().getName() + " has no getMagics() that gives basekernel's Magics", e);
    }
  }

  /** Lets the lines that follow use a value, most often a table, by a name. */
  public void name(String name, Object value) {
    named.put(name, value);
  }

  @Override
  public Optional<Object> variable(String name) {
    return Optional.ofNullable(named.get(name));
  }

  @Override
  public List<String> tableVariables() {
    return List.copyOf(named.keySet());
  }

  /** Empty: pages cannot ask such a kernel anything. */
  @Override
  public Optional<String> kernelId() {
    return Optional.empty();
  }

  @Override
  public Display display(Rendering rendering) {
    String displayId = UUID.randomUUID().toString();
    DisplayData content = RsrRenderers.displayData(rendering);
    content.setDisplayId(displayId);
    kernel.display(content);
    return replacement ->
        kernel.getIO().display.updateDisplay(displayId, RsrRenderers.displayData(replacement));
  }
}
