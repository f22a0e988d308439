package org.rsrkernel.kernel.protocol;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;

/** A thread that serves requests one after the other. */
final class RequestLoop {
  private final BlockingDeque<Request> waiting = new LinkedBlockingDeque<>();
  private final Consumer<Request> server;
  private final Thread thread;
  private volatile boolean open = true;

  RequestLoop(String name, Consumer<Request> server) {
    this.server = server;
    thread = new Thread(this::serve, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void add(Request request) {
    waiting.add(request);
  }

  /** Marks all requests that wait now. */
  void abortWaiting() {
    waiting.forEach(Request::abort);
  }

  Thread thread() {
    return thread;
  }

  void close() {
    open = false;
    thread.interrupt();
  }

  private void serve() {
    while (open) {
      try {
        server.accept(waiting.take());
      } catch (InterruptedException lateInterrupt) {
        continue; // meant for a cell that has ended by itself, or for close()
      }
    }
  }
}
