package org.rsrkernel.kernel.running;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Speaks up when an interrupted cell goes on: it is inside library code that heeds no interrupt,
 * and nothing but its own return or a restart ends that. Such a cell is left behind.
 */
public final class StubbornCell {
  private static final int PATIENCE_SECONDS = 3;
  private static final int SHOWN_FRAMES = 3;

  private StubbornCell() {}

  /**
   * Looks at the cell again in a few seconds.
   *
   * @param leaveBehind told if it still runs then
   */
  public static void watch(RunningCell cell, Consumer<RunningCell> leaveBehind) {
    Executor later =
        CompletableFuture.delayedExecutor(
            PATIENCE_SECONDS, TimeUnit.SECONDS, task -> new Thread(task, "kernel-watch").start());
    later.execute(() -> speakUpIfRunning(cell, leaveBehind));
  }

  private static void speakUpIfRunning(RunningCell cell, Consumer<RunningCell> leaveBehind) {
    List<StackTraceElement> frames = CellInterrupt.whereabouts(cell);
    if (frames.isEmpty() || cell.isLeftBehind()) {
      return;
    }
    StringBuilder text =
        new StringBuilder("The cell was interrupted, but is in code that does not listen:\n");
    frames.stream().limit(SHOWN_FRAMES).forEach(at -> text.append("  at ").append(at).append('\n'));
    text.append("It is left behind, until that returns, and other cells can run.");
    text.append(" To end it now, restart the kernel.\n");
    JsonObject content = new JsonObject();
    content.addProperty("name", "stderr");
    content.addProperty("text", text.toString());
    cell.publish("stream", content);
    leaveBehind.accept(cell);
  }
}
