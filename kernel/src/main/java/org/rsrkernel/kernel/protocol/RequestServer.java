package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.rsrkernel.kernel.diagnostics.CellError;
import org.rsrkernel.kernel.running.RunningCell;
import org.rsrkernel.kernel.stream.CellOutput;
import org.rsrkernel.kernel.transport.Channel;
import org.rsrkernel.kernel.transport.JupyterMessage;
import org.rsrkernel.kernel.transport.KernelSockets;

/**
 * Hands each request to the thread that serves its kind, and wraps every answer in {@code busy} and
 * {@code idle}.
 */
public final class RequestServer implements KernelSockets.Receiver {
  /** What has to wait for its turn behind the cells. */
  private static final Set<String> IN_CELL_ORDER =
      Set.of("execute_request", "comm_open", "comm_msg", "comm_close");

  private final SocketFrontend frontend;
  private final CellOutput output;
  private final Map<String, RequestHandler> handlers = new ConcurrentHashMap<>();
  private final RequestLoop cells = new RequestLoop("kernel-cells", this::serve);
  private final RequestLoop questions = new RequestLoop("kernel-questions", this::serve);
  private final RequestLoop control = new RequestLoop("kernel-control", this::serve);
  private final Subshells subshells = new Subshells(this::serve);
  private final Object statusOrder = new Object();
  private final CountDownLatch complete = new CountDownLatch(1);

  public RequestServer(SocketFrontend frontend, CellOutput output) {
    this.frontend = frontend;
    this.output = output;
  }

  /** Names the handler of a message type. */
  public void on(String type, RequestHandler handler) {
    handlers.put(type, handler);
  }

  /** Starts serving questions and control messages. */
  public void start() {
    subshells.register(this);
    frontend.publishStatus(new JsonObject(), "starting");
    questions.start();
    control.start();
  }

  /**
   * Starts running cells; all handlers are there by now.
   *
   * @param whileIdle short things to do on the cells' thread, as long as no cell comes
   */
  public void startCells(List<Runnable> whileIdle) {
    complete.countDown();
    cells.doWhileIdle(whileIdle);
    cells.start();
  }

  private void awaitComplete() {
    try {
      complete.await();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the execute requests that wait behind this one be answered without being run. */
  public void abortWaitingBehind(JupyterMessage failed) {
    failed.subshell().flatMap(subshells::find).orElse(cells).abortWaiting();
  }

  /** Answers for a cell that heeds no interrupt, and lets the cells behind it run. */
  public void leaveBehind(RunningCell cell) {
    Stream.concat(Stream.of(cells), subshells.loops().stream())
        .forEach(loop -> loop.leaveBehind(cell.request(), request -> leaveBehind(cell, request)));
  }

  private void leaveBehind(RunningCell cell, Request request) {
    cell.leaveBehind();
    CellError interrupted = error("CellInterrupted", "the cell was left behind");
    output.flush();
    cell.publish("error", Reply.describe(interrupted));
    finish(request, Reply.error(interrupted));
  }

  /** Ends all threads; a cell that does not stop is left behind. */
  public void close() throws InterruptedException {
    for (RequestLoop loop : List.of(control, questions, cells)) {
      loop.close();
    }
    subshells.close();
  }

  @Override
  public JupyterMessage welcome(String topic) {
    return frontend.welcome(topic);
  }

  @Override
  public void receive(Channel channel, JupyterMessage message) {
    if (channel == Channel.STDIN) {
      frontend.answer(message);
      return;
    }
    Request request = new Request(channel, message);
    Optional<String> subshell = message.subshell();
    if (channel == Channel.CONTROL) {
      control.add(request);
    } else if (subshell.isPresent()) {
      subshells.find(subshell.get()).orElse(questions).add(request);
    } else if (IN_CELL_ORDER.contains(message.type())) {
      cells.add(request);
    } else {
      questions.add(request);
    }
  }

  private void serve(Request request) {
    JupyterMessage message = request.message();
    frontend.publishStatus(message.header(), "busy");
    JsonObject content = answer(request);
    output.flush();
    if (request.isToBeAnswered()) {
      finish(request, content);
    }
  }

  private void finish(Request request, JsonObject content) {
    JupyterMessage message = request.message();
    if (content != null) {
      frontend.reply(request, replyType(message.type()), content);
    }
    synchronized (statusOrder) {
      frontend.publishStatus(message.header(), "idle");
      // Front ends show the last status they saw, so the running cell has the last word.
      RunningCell.running().ifPresent(cell -> frontend.publishStatus(cell.header(), "busy"));
    }
  }

  private JsonObject answer(Request request) {
    String type = request.message().type();
    Optional<String> subshell = request.message().subshell();
    if (subshell.isPresent() && subshells.find(subshell.get()).isEmpty()) {
      return Reply.error(error("UnknownSubshell", "there is no subshell " + subshell.get()));
    }
    if (request.isAborted() && type.equals("execute_request")) {
      return Reply.aborted();
    }
    RequestHandler handler = handlers.get(type);
    if (handler == null) {
      awaitComplete();
      handler = handlers.get(type);
    }
    if (handler == null) {
      return type.endsWith("_request") ? Reply.error(unsupported(type)) : null;
    }
    try {
      return handler.handle(request.message());
    } catch (Exception | Error e) {
      String text = e.getMessage() == null ? e.toString() : e.getMessage();
      String name = e.getClass().getSimpleName();
      return Reply.error(error(name, text));
    }
  }

  private static CellError unsupported(String type) {
    return error("UnsupportedRequest", "this kernel does not know " + type);
  }

  private static CellError error(String name, String text) {
    return new CellError(name, text, List.of(name + ": " + text));
  }

  private static String replyType(String requestType) {
    return requestType.replaceFirst("_request$", "") + "_reply";
  }
}
