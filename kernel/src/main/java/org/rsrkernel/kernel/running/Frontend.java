package org.rsrkernel.kernel.running;

import com.google.gson.JsonObject;
import org.rsrkernel.kernel.transport.JupyterMessage;

/** The way from the kernel to whoever sits at the notebook. Safe from any thread. */
public interface Frontend {

  /** Publishes a message on iopub as a child of {@code parentHeader}. */
  void publish(JsonObject parentHeader, String type, JsonObject content);

  /**
   * Asks the person at the front end and waits for the answer.
   *
   * @param request the execute request that asks
   * @param password whether the answer must not be shown
   * @throws InterruptedException when the cell is interrupted while it waits
   */
  String ask(JupyterMessage request, String prompt, boolean password) throws InterruptedException;
}
