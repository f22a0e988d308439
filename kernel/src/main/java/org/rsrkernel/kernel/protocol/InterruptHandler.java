package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonObject;
import org.rsrkernel.kernel.running.CellInterrupt;
import org.rsrkernel.kernel.running.RunningCell;
import org.rsrkernel.kernel.running.StubbornCell;
import org.rsrkernel.kernel.transport.JupyterMessage;

/** Stops the running cell, if there is one: {@code interrupt_request}. */
public final class InterruptHandler implements RequestHandler {

  @Override
  public JsonObject handle(JupyterMessage request) {
    RunningCell.running()
        .ifPresent(
            cell -> {
              CellInterrupt.request();
              StubbornCell.watch(cell);
            });
    return Reply.ok();
  }
}
