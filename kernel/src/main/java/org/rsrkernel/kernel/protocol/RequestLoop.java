package org.rsrkernel.kernel.protocol;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** A thread that serves requests one after the other. */
final class RequestLoop {
  private static final int END_MILLIS = 1000;

  private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>();
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

  /** Ends the loop after the request in work, and waits for that a little. */
  void close() throws InterruptedException {
    open = false;
    thread.interrupt();
    thread.join(END_MILLIS);
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
