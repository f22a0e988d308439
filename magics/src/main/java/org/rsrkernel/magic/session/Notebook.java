package org.rsrkernel.magic.session;

import java.util.List;
import java.util.Optional;
import org.rsrkernel.view.Rendering;

/** The notebook as the verbs see it. */
public interface Notebook {

  /** The value of a notebook variable; empty if there is none of that name, or it is null. */
  Optional<Object> variable(String name);

  /** Names of the notebook's variables whose declared type is, or may be, a table. */
  List<String> tableVariables();

  /** The name by which pages find this notebook's kernel; empty where they cannot. */
  Optional<String> kernelId();

  /** Shows something below the running cell and gives back the means to replace it. */
  Display display(Rendering rendering);

  /** One place in the notebook whose content can be replaced. Safe from any thread. */
  @FunctionalInterface
  interface Display {
    void replace(Rendering rendering);
  }
}
