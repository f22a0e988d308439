package org.rsrkernel.kernel.protocol;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.rsrkernel.kernel.transport.JupyterMessage;

/**
 * A thread that serves requests one after the other. Where one never ends, another thread takes
 * over.
 */
final class RequestLoop {
  private static final int END_MILLIS = 1000;
  private static final int IDLE_AFTER_MILLIS = 50;

  private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>();
  private final Queue<Runnable> idleWork = new ConcurrentLinkedQueue<>();
  private final Consumer<Request> server;
  private final String name;
  private volatile Thread thread;
  private volatile Request inWork;
  private volatile boolean open = true;

  RequestLoop(String name, Consumer<Request> server) {
    this.server = server;
    this.name = name;
  }

  /**
   * Things to do between requests, each short, since a request may come any moment. They end with
   * the first that fails.
   */
  void doWhileIdle(List<Runnable> work) {
    idleWork.addAll(work);
  }

  void start() {
    Thread next = new Thread(this::serve, name);
    next.setDaemon(true);
    thread = next;
    next.start();
  }

  /**
   * Goes on without the request in work, if that is the one, and aborts those that wait for it. Its
   * thread is left to it.
   *
   * @param answer answers the request; not called if that is not in work, or has its answer
   */
  void leaveBehind(JupyterMessage message, Consumer<Request> answer) {
    Request request = inWork;
    if (request != null && request.message() == message && request.isToBeAnswered()) {
      abortWaiting();
      answer.accept(request);
      start();
    }
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
    while (open && Thread.currentThread() == thread) {
      try {
        Request request = next();
        inWork = request;
        server.accept(request);
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
