package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.function.Consumer;
import org.rsrkernel.kernel.running.CellInterrupt;
import org.rsrkernel.kernel.running.RunningCell;
import org.rsrkernel.kernel.running.StubbornCell;
import org.rsrkernel.kernel.transport.JupyterMessage;

/** Stops the cells that run, if any does: {@code interrupt_request}. */
public final class InterruptHandler implements RequestHandler {
  private final Consumer<RunningCell> leaveBehind;

  /**
   * @param leaveBehind told of a cell that goes on all the same
   */
  public InterruptHandler(Consumer<RunningCell> leaveBehind) {
    this.leaveBehind = leaveBehind;
  }

  @Override
  public JsonObject handle(JupyterMessage request) {
    CellInterrupt.request().forEach(cell -> StubbornCell.watch(cell, leaveBehind));
    return Reply.ok();
  }
}
