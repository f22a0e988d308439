package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.rsrkernel.kernel.running.Frontend;
import org.rsrkernel.kernel.transport.Channel;
import org.rsrkernel.kernel.transport.JupyterMessage;
import org.rsrkernel.kernel.transport.KernelSockets;

/** The front end at the other end of the sockets. Thread-safe. */
public final class SocketFrontend implements Frontend {
  private final KernelSockets sockets;
  private final String session = UUID.randomUUID().toString();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Object oneQuestion = new Object();

  public SocketFrontend(KernelSockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public void publish(JsonObject parentHeader, String type, JsonObject content) {
    sockets.send(
        Channel.IOPUB,
        JupyterMessage.create(KernelSockets.topic(type), type, session, parentHeader, content));
  }

  /**
   * Tells a front end that its subscription has arrived, so that it misses nothing from here on.
   */
  JupyterMessage welcome(String topic) {
    JsonObject content = new JsonObject();
    content.addProperty("subscription", topic);
    return JupyterMessage.create(
        KernelSockets.topic(topic), "iopub_welcome", session, new JsonObject(), content);
  }

  void publishStatus(JsonObject parentHeader, String state) {
    JsonObject content = new JsonObject();
    content.addProperty("execution_state", state);
    publish(parentHeader, "status", content);
  }

  void reply(Request request, String type, JsonObject content) {
    sockets.send(
        request.channel(),
        JupyterMessage.create(
            request.message().route(), type, session, request.message().header(), content));
  }

  @Override
  public String ask(JupyterMessage request, String prompt, boolean password)
      throws InterruptedException {
    synchronized (oneQuestion) {
      answers.clear(); // an answer to a question that was interrupted
      JsonObject content = new JsonObject();
      content.addProperty("prompt", prompt);
      content.addProperty("password", password);
      sockets.send(
          Channel.STDIN,
          JupyterMessage.create(
              request.route(), "input_request", session, request.header(), content));
      return answers.take();
    }
  }

  /** Takes the answer to a question. */
  void answer(JupyterMessage reply) {
    answers.add(RequestContent.of(reply).text("value", ""));
  }
}
