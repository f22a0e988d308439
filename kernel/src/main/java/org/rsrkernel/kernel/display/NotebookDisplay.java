package org.rsrkernel.kernel.display;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import org.rsrkernel.kernel.running.RunningCell;
import org.rsrkernel.kernel.stream.CellOutput;

/** Renders values and publishes them after whatever was printed before. Thread-safe. */
public final class NotebookDisplay {
  private final Renderer renderer = new Renderer();
  private final CellOutput output;

  public NotebookDisplay(CellOutput output) {
    this.output = output;
    Renderers.register(renderer);
  }

  /** How types show themselves. */
  public Renderer renderer() {
    return renderer;
  }

  /** A value as the notebook shows it; always with a plain text. */
  public DisplayData render(Object value) {
    if (value instanceof DisplayData ready) {
      return ready;
    }
    if (value == null || value.getClass().isArray()) {
      return new DisplayData(PlainText.of(value));
    }
    DisplayData shown = renderer.render(value);
    if (shown.getData(MIMEType.TEXT_PLAIN) == null) {
      shown.putText(PlainText.of(value));
    }
    return shown;
  }

  DisplayData renderAs(Object value, String... mimeTypes) {
    if (value instanceof CharSequence text) {
      DisplayData shown = new DisplayData();
      for (String type : mimeTypes) {
        shown.putData(type, text.toString());
      }
      return shown;
    }
    return renderer.renderAs(value, mimeTypes);
  }

  /** Shows a value under the running cell. */
  public void show(Object value) {
    publish("display_data", DisplayContent.of(render(value)));
  }

  /** Publishes for the calling thread's cell, after what the cell has printed. */
  public void publish(String type, JsonObject content) {
    output.flush();
    RunningCell.current().ifPresent(cell -> cell.publish(type, content));
  }

  String ask(String prompt, boolean password) throws InterruptedException {
    output.flush();
    RunningCell cell =
        RunningCell.current().orElseThrow(() -> new IllegalStateException("no cell is running"));
    return cell.ask(prompt, password);
  }
}
