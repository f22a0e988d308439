package org.rsrkernel.kernel.display;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.rsrkernel.kernel.comm.Comms;
import org.rsrkernel.kernel.running.RunningCell;
import org.rsrkernel.kernel.source.CellClasses;
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
    if (value == null) {
      return new DisplayData(PlainText.of(null));
    }
    if (value.getClass().isArray()) {
      DisplayData array = new DisplayData(PlainText.of(value));
      Optional.ofNullable(HtmlTable.of(value)).ifPresent(array::putHTML);
      return array;
    }
    DisplayData shown = renderer.render(value);
    Object text = shown.getData(MIMEType.TEXT_PLAIN);
    boolean meansNothing = text == null || value instanceof BufferedImage;
    if (meansNothing || !(value instanceof CharSequence)) {
      shown.putText(meansNothing ? PlainText.of(value) : CellClasses.asDeclared(text.toString()));
    }
    return shown;
  }

  DisplayData renderAs(Object value, String... mimeTypes) {
    DisplayData shown = new DisplayData();
    for (String type : mimeTypes) {
      shown.putData(type, renderAs(value, type));
    }
    return shown;
  }

  private Object renderAs(Object value, String mimeType) {
    boolean hasRenderers = value != null && !(value instanceof CharSequence);
    return Optional.ofNullable(hasRenderers ? rendered(value, mimeType) : null)
        .or(() -> NamedType.of(value, mimeType))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a value of type "
                        + CellClasses.asDeclared(value.getClass().getName())
                        + " cannot be shown as "
                        + mimeType));
  }

  /** What a renderer makes of the value; null where none knows the type. */
  private Object rendered(Object value, String mimeType) {
    MIMEType type = MIMEType.parse(mimeType);
    return renderer.renderAs(value, mimeType).getData(type);
  }

  /** Makes this answer the helpers of {@link Notebook}: a process runs one kernel at a time. */
  public void answerCells(Comms comms) {
    Notebook.answerWith(this, comms);
  }

  /** A text of some type; shown as plain text where the front end does not know the type. */
  public static DisplayData ofType(String mimeType, String text) {
    DisplayData shown = new DisplayData(text);
    shown.putData(mimeType, text);
    return shown;
  }

  /** A value as plain text. */
  public static String text(Object value) {
    return PlainText.of(value);
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
