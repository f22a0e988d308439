package org.rsrkernel.kernel.extension;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.List;
import java.util.Optional;

/** The kernel as an extension sees it. */
public interface NotebookKernel {

  /** Where line and cell magics are registered, by lambda or by annotation. */
  Magics magics();

  /** Where a type learns how to show itself. */
  Renderer renderer();

  /**
   * Tells the kernel what a magic's calls return, how they are completed and what their help is.
   */
  void describe(String magicName, MagicSupport support);

  /** Sends {@code display_data} to the cell that is running. Safe from any thread. */
  void display(DisplayData content);

  /** Sends {@code update_display_data} for an earlier display. Safe from any thread. */
  void update(String displayId, DisplayData content);

  /** The value of a notebook variable; empty if there is none of that name, or it is null. */
  Optional<Object> variable(String name);

  /** The notebook's variables in order of declaration. */
  List<NotebookVariable> variables();
}
