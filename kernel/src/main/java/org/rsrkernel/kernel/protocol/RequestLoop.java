package org.rsrkernel.kernel.protocol;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A thread that serves requests one after the other. */
final class RequestLoop {
  private static final int END_MILLIS = 1000;
  private static final int IDLE_AFTER_MILLIS = 50;

  private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>();
  private final Queue<Runnable> idleWork = new ConcurrentLinkedQueue<>();
  private final Consumer<Request> server;
  private final Thread thread;
  private volatile boolean open = true;

  RequestLoop(String name, Consumer<Request> server) {
    this.server = server;
    thread = new Thread(this::serve, name);
    thread.setDaemon(true);
  }

  /**
   * Things to do between requests, each short, since a request may come any moment. They end with
   * the first that fails.
   */
  void doWhileIdle(List<Runnable> work) {
    idleWork.addAll(work);
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
        server.accept(next());
      } catch (InterruptedException lateInterrupt) {
        continue; // meant for a cell that has ended by itself, or for close()
      }
    }
  }

  private Request next() throws InterruptedException {
    while (!idleWork.isEmpty()) {
      Request request = waiting.poll(IDLE_AFTER_MILLIS, TimeUnit.MILLISECONDS);
      if (request != null) {
        return request;
      }
      try {
        idleWork.remove().run();
      } catch (RuntimeException | Error e) {
        idleWork.clear(); // nobody asked for it, and requests shall go on being served
      }
    }
    return waiting.take();
  }
}
