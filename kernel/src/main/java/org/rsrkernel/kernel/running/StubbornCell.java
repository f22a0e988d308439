package org.rsrkernel.kernel.running;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Speaks up when an interrupted cell goes on: it is inside library code that heeds no interrupt,
 * and nothing but its own return or a restart ends that.
 */
public final class StubbornCell {
  private static final int PATIENCE_SECONDS = 3;
  private static final int SHOWN_FRAMES = 3;

  private StubbornCell() {}

  /** Looks at the cell again in a few seconds. */
  public static void watch(RunningCell cell) {
    Executor later =
        CompletableFuture.delayedExecutor(
            PATIENCE_SECONDS, TimeUnit.SECONDS, task -> new Thread(task, "kernel-watch").start());
    later.execute(() -> speakUpIfRunning(cell));
  }

  private static void speakUpIfRunning(RunningCell cell) {
    List<StackTraceElement> frames = CellInterrupt.whereabouts(cell);
    if (frames.isEmpty()) {
      return;
    }
    StringBuilder text =
        new StringBuilder("The cell was interrupted, but is in code that does not listen:\n");
    frames.stream().limit(SHOWN_FRAMES).forEach(at -> text.append("  at ").append(at).append('\n'));
    text.append("It ends when that returns. To end it now, restart the kernel.\n");
    JsonObject content = new JsonObject();
    content.addProperty("name", "stderr");
    content.addProperty("text", text.toString());
    cell.publish("stream", content);
  }
}
