package org.rsrkernel.magic;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rsrkernel.kernel.extension.NotebookKernel;
import org.rsrkernel.kernel.extension.NotebookVariable;
import org.rsrkernel.magic.session.Notebook;
import org.rsrkernel.view.Rendering;

/** A notebook of this project's own kernel. */
final class KernelNotebook implements Notebook {

  private final NotebookKernel kernel;

  KernelNotebook(NotebookKernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public Optional<Object> variable(String name) {
    return kernel.variable(name);
  }

  @Override
  public List<String> tableVariables() {
    return kernel.variables().stream()
        .filter(variable -> variable.typeName().endsWith("Table"))
        .map(NotebookVariable::name)
        .toList();
  }

  @Override
  public Optional<String> kernelId() {
    return kernel.id();
  }

  @Override
  public Display display(Rendering rendering) {
    DisplayData content = RsrRenderers.displayData(rendering);
    String displayId = UUID.randomUUID().toString();
    content.setDisplayId(displayId);
    kernel.display(content);
    return replacement -> {
      DisplayData update = RsrRenderers.displayData(replacement);
      update.setDisplayId(displayId);
      kernel.update(displayId, update);
    };
  }
}
