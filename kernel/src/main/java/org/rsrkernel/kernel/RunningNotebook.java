package org.rsrkernel.kernel;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.List;
import java.util.Optional;
import org.rsrkernel.kernel.display.DisplayContent;
import org.rsrkernel.kernel.display.NotebookDisplay;
import org.rsrkernel.kernel.extension.MagicSupport;
import org.rsrkernel.kernel.extension.NotebookKernel;
import org.rsrkernel.kernel.extension.NotebookVariable;
import org.rsrkernel.kernel.magic.MagicRegistry;
import org.rsrkernel.kernel.shell.JavaShell;

/** This kernel, as its extensions see it. */
record RunningNotebook(MagicRegistry magics, NotebookDisplay output, JavaShell shell)
    implements NotebookKernel {

  @Override
  public Renderer renderer() {
    return output.renderer();
  }

  @Override
  public void describe(String magicName, MagicSupport support) {
    magics.describe(magicName, support);
  }

  @Override
  public void display(DisplayData content) {
    output.show(content);
  }

  @Override
  public void update(String displayId, DisplayData content) {
    content.setDisplayId(displayId);
    JsonObject update = DisplayContent.of(content);
    output.publish("update_display_data", update);
  }

  @Override
  public Optional<Object> variable(String name) {
    return shell.variable(name);
  }

  @Override
  public List<NotebookVariable> variables() {
    return shell.variables();
  }
}
