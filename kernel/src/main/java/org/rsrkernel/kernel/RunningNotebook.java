package org.rsrkernel.kernel;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rsrkernel.kernel.comm.Comms;
import org.rsrkernel.kernel.display.DisplayContent;
import org.rsrkernel.kernel.display.NotebookDisplay;
import org.rsrkernel.kernel.extension.MagicSupport;
import org.rsrkernel.kernel.extension.NotebookKernel;
import org.rsrkernel.kernel.extension.NotebookVariable;
import org.rsrkernel.kernel.magic.MagicRegistry;
import org.rsrkernel.kernel.shell.JavaShell;

/** This kernel, as its extensions see it. */
record RunningNotebook(
    MagicRegistry magics, NotebookDisplay output, JavaShell shell, Comms comms, Optional<String> id)
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

  @Override
  public void answer(
      String target, Function<? super Map<String, String>, Map<String, String>> answer) {
    comms.register(
        target,
        (comm, question) -> {
          Map<String, String> fields = new HashMap<>();
          question
              .entrySet()
              .forEach(field -> fields.put(field.getKey(), field.getValue().getAsString()));
          JsonObject reply = new JsonObject();
          answer.apply(fields).forEach(reply::addProperty);
          comm.send(reply);
          comm.close(new JsonObject());
        });
  }
}
