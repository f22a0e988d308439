package org.rsrkernel.kernel.running;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import org.rsrkernel.kernel.transport.JupyterMessage;

/**
 * A cell as it runs. Threads that a cell starts inherit it, so what they print arrives under that
 * cell even after it ended. Workers of a fork-join pool are shared: they work for the cell that is
 * running now. Cells of subshells run beside that one.
 *
 * <p>Thread-safe.
 */
public final class RunningCell {
  private static final int WORKERS_END_MILLIS = 500;
  private static final InheritableThreadLocal<RunningCell> CURRENT = new InheritableThreadLocal<>();
  private static volatile RunningCell running;

  private final JupyterMessage request;
  private final int number;
  private final Frontend frontend;
  private final List<JsonObject> payloads = new CopyOnWriteArrayList<>();
  private volatile boolean toStop;
  private volatile boolean leftBehind;

  /**
   * @param request the execute request
   * @param number its execution count
   */
  public RunningCell(JupyterMessage request, int number, Frontend frontend) {
    this.request = request;
    this.number = number;
    this.frontend = frontend;
  }

  /** The cell the calling thread works for; empty before the first cell. */
  public static Optional<RunningCell> current() {
    RunningCell now = running;
    if (now != null && Thread.currentThread() instanceof ForkJoinWorkerThread) {
      return Optional.of(now);
    }
    RunningCell inherited = CURRENT.get();
    return Optional.ofNullable(inherited != null ? inherited : now);
  }

  /** The cell that runs at this moment, whichever thread asks; not those of subshells. */
  public static Optional<RunningCell> running() {
    return Optional.ofNullable(running);
  }

  /** Makes this the calling thread's cell, and the running one, until {@link #end}. */
  public void begin() {
    CellInterrupt.beginCell(this);
    CURRENT.set(this);
    if (request.subshell().isEmpty()) {
      running = this;
    }
  }

  /** Ends the run; threads the cell has started keep it. */
  public void end() {
    if (CellInterrupt.requested()) {
      // A parallel stream fails with its first worker; the others have to hear of it, too.
      ForkJoinPool.commonPool().awaitQuiescence(WORKERS_END_MILLIS, TimeUnit.MILLISECONDS);
    }
    if (running == this) {
      running = null;
    }
    CellInterrupt.endCell(this);
  }

  /** Whether an interrupt has reached it; asked in every loop of a cell. */
  boolean isToStop() {
    return toStop;
  }

  void setToStop(boolean interrupted) {
    toStop = interrupted;
  }

  /** Other cells run from now on, although this one has not ended. */
  public void leaveBehind() {
    leftBehind = true;
    if (running == this) {
      running = null;
    }
  }

  public boolean isLeftBehind() {
    return leftBehind;
  }

  /** The request that it answers. */
  public JupyterMessage request() {
    return request;
  }

  public int number() {
    return number;
  }

  /** What the cell's messages name as their parent. */
  public JsonObject header() {
    return request.header();
  }

  /** Adds to what the cell's reply asks of the front end, such as opening the pager. */
  public void addPayload(JsonObject payload) {
    payloads.add(payload);
  }

  public List<JsonObject> payloads() {
    return List.copyOf(payloads);
  }

  public void publish(String type, JsonObject content) {
    frontend.publish(request.header(), type, content);
  }

  /**
   * Asks the person at the front end.
   *
   * @throws IllegalStateException if the cell runs where nobody can answer
   */
  public String ask(String prompt, boolean password) throws InterruptedException {
    boolean allowed =
        request.content().get("allow_stdin") instanceof JsonPrimitive flag && flag.getAsBoolean();
    if (!allowed) {
      throw new IllegalStateException(
          "the cell asks for input (\"" + prompt + "\"), but it runs where nobody can answer");
    }
    return frontend.ask(request, prompt, password);
  }
}
