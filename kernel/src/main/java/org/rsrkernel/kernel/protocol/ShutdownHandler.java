package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonObject;
import org.rsrkernel.kernel.transport.JupyterMessage;

/**
 * Ends the kernel: {@code shutdown_request}.
 *
 * @param end lets the kernel end soon; may not wait for it
 */
public record ShutdownHandler(Runnable end) implements RequestHandler {

  @Override
  public JsonObject handle(JupyterMessage request) {
    JsonObject reply = Reply.ok();
    reply.addProperty("restart", RequestContent.of(request).flag("restart", false));
    end.run();
    return reply;
  }
}
