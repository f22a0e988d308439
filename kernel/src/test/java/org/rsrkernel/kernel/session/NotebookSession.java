package org.rsrkernel.kernel.session;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rsrkernel.kernel.JavaKernel;
import org.rsrkernel.kernel.KernelOptions;
import org.rsrkernel.kernel.transport.Channel;
import org.rsrkernel.kernel.transport.JupyterMessage;
import org.rsrkernel.kernel.transport.NotebookClient;

/** A notebook at a kernel in this process; messages go over real sockets. */
public final class NotebookSession implements AutoCloseable {
  private final JavaKernel kernel;
  private final NotebookClient client;

  private NotebookSession(JavaKernel kernel, NotebookClient client) {
    this.kernel = kernel;
    this.client = client;
  }

  public static NotebookSession start() {
    try {
      KernelConnectionProperties connection = NotebookClient.freeConnection();
      List<Path> classPath =
          Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
              .map(Path::of)
              .toList();
      JavaKernel kernel =
          new JavaKernel(
              connection, new KernelOptions(classPath, Optional.empty(), Optional.empty()));
      NotebookClient client = new NotebookClient(connection);
      NotebookSession session = new NotebookSession(kernel, client);
      while (!client.receive(Channel.IOPUB).type().equals("iopub_welcome")) {
        // earlier messages may or may not reach a new listener
        continue;
      }
      return session;
    } catch (Exception e) {
      throw new AssertionError("the kernel does not start", e);
    }
  }

  /** Runs a cell to its end. */
  public CellOutcome run(String code) {
    return finish(begin(code));
  }

  /** Sends a cell and goes on; {@link #finish} waits for it. */
  public String begin(String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("allow_stdin", true);
    return client.send(Channel.SHELL, "execute_request", content);
  }

  /** Waits for a cell's reply and its idle status. */
  public CellOutcome finish(String requestId) {
    JsonObject reply = client.receive(Channel.SHELL, requestId).content();
    CellOutcome outcome = new CellOutcome(reply);
    while (true) {
      JupyterMessage message = client.receive(Channel.IOPUB, requestId);
      outcome.add(message);
      JsonObject content = message.content();
      if (message.type().equals("status")
          && content.get("execution_state").getAsString().equals("idle")) {
        return outcome;
      }
    }
  }

  /** Waits until the cell has printed something. */
  public void awaitOutput(String requestId) {
    while (!client.receive(Channel.IOPUB, requestId).type().equals("stream")) {
      continue;
    }
  }

  /** Answers the question that a running cell asks. */
  public void answer(String text) {
    client.receive(Channel.STDIN);
    JsonObject content = new JsonObject();
    content.addProperty("value", text);
    client.send(Channel.STDIN, "input_reply", content);
  }

  /** Sends any request and returns its reply's content. */
  public JsonObject ask(Channel channel, String type, JsonObject content) {
    return client.receive(channel, client.send(channel, type, content)).content();
  }

  public JsonObject interrupt() {
    return ask(Channel.CONTROL, "interrupt_request", new JsonObject());
  }

  /** The client, for tests that send what no client would. */
  NotebookClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    try {
      kernel.close();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while the kernel ends", e);
    }
  }
}
