package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.rsrkernel.kernel.comm.Comms;
import org.rsrkernel.kernel.running.Frontend;
import org.rsrkernel.kernel.running.RunningCell;
import org.rsrkernel.kernel.transport.JupyterMessage;

/**
 * Carries comm messages. Their handlers run in turn with the cells, as cells of their own: what
 * they print and show belongs to the message that caused it.
 */
public final class CommHandlers {
  private final Comms comms;
  private final Frontend frontend;

  public CommHandlers(Comms comms, Frontend frontend) {
    this.comms = comms;
    this.frontend = frontend;
  }

  /** Names the handlers of all comm messages. */
  public void register(RequestServer server) {
    server.on("comm_open", message -> inCell(message, content -> open(content)));
    server.on(
        "comm_msg",
        message -> inCell(message, content -> comms.received(id(content), content.object("data"))));
    server.on(
        "comm_close",
        message -> inCell(message, content -> comms.closed(id(content), content.object("data"))));
    server.on("comm_info_request", this::describe);
  }

  private void open(RequestContent content) {
    comms.opened(id(content), content.text("target_name", ""), content.object("data"));
  }

  private static String id(RequestContent content) {
    return content.text("comm_id", "");
  }

  private JsonObject describe(JupyterMessage request) {
    String target = RequestContent.of(request).text("target_name", "");
    JsonObject reply = Reply.ok();
    reply.add("comms", comms.describe(Optional.of(target).filter(name -> !name.isEmpty())));
    return reply;
  }

  private interface CommAction {
    void run(RequestContent content);
  }

  private JsonObject inCell(JupyterMessage message, CommAction action) {
    RunningCell cell = new RunningCell(message, 0, frontend);
    cell.begin();
    try {
      action.run(RequestContent.of(message));
    } catch (RuntimeException | Error e) {
      System.err.println("A comm's handler failed: " + e);
    } finally {
      cell.end();
    }
    return null;
  }
}
