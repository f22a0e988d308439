package org.rsrkernel.kernel.extension;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

  /**
   * The name by which the Jupyter server that started this kernel knows it; empty where nothing
   * tells.
   */
  Optional<String> id();

  /**
   * Answers the scripts of shown pages. A page opens a comm of the target with its question as
   * data, gets one message with the answer, and the comm is closed.
   *
   * @param answer from the question's fields to the answer's; called in turn with the cells, on the
   *     thread that runs them
   */
  void answer(String target, Function<? super Map<String, String>, Map<String, String>> answer);
}
