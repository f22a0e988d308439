package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonObject;
import org.rsrkernel.kernel.running.CellInterrupt;
import org.rsrkernel.kernel.running.StubbornCell;
import org.rsrkernel.kernel.transport.JupyterMessage;

/** Stops the cells that run, if any does: {@code interrupt_request}. */
public final class InterruptHandler implements RequestHandler {

  @Override
  public JsonObject handle(JupyterMessage request) {
    CellInterrupt.request().forEach(StubbornCell::watch);
    return Reply.ok();
  }
}
