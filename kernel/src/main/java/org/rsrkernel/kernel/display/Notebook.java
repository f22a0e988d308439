package org.rsrkernel.kernel.display;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.UUID;
import java.util.function.Function;
import org.rsrkernel.kernel.comm.Comms;
import org.rsrkernel.kernel.running.RunningCell;

/**
 * What every cell has in scope: {@code display(x)}, {@code update(id, x)}, {@code clearOutput()},
 * {@code input("Name? ")}… All methods work from any thread a cell has started.
 */
public final class Notebook {
  private static volatile NotebookDisplay display;
  private static volatile Comms comms;

  private Notebook() {}

  static void answerWith(NotebookDisplay notebookDisplay, Comms notebookComms) {
    display = notebookDisplay;
    comms = notebookComms;
  }

  /**
   * Shows a value under the cell.
   *
   * @return what {@link #update} needs to change it; not itself shown as a cell's result
   */
  public static DisplayId display(Object value) {
    return show(render(value));
  }

  /**
   * Shows a value as the named types only. A string is taken to be of the type already: {@code
   * display("<b>bold</b>", "text/html")}; bytes to be an image's: {@code display(bytes,
   * "image/png")}.
   *
   * @throws IllegalArgumentException if the value cannot be shown so
   * @return what {@link #update} needs to change it; not itself shown as a cell's result
   */
  public static DisplayId display(Object value, String... mimeTypes) {
    return show(display.renderAs(value, mimeTypes));
  }

  /** Replaces what an earlier {@link #display} has shown. */
  public static void update(DisplayId displayId, Object value) {
    update(displayId.id(), value);
  }

  /** Replaces what was shown under an id. */
  public static void update(String displayId, Object value) {
    DisplayData shown = render(value);
    shown.setDisplayId(displayId);
    display.publish("update_display_data", DisplayContent.of(shown));
  }

  /** Removes the cell's output now. */
  public static void clearOutput() {
    clearOutput(false);
  }

  /**
   * Removes the cell's output.
   *
   * @param untilNextOutput whether the old output stays until new output replaces it
   */
  public static void clearOutput(boolean untilNextOutput) {
    JsonObject content = new JsonObject();
    content.addProperty("wait", untilNextOutput);
    display.publish("clear_output", content);
  }

  /** Shows a value in the front end's pager, when the cell has ended. */
  public static void page(Object value) {
    JsonObject payload = DisplayContent.of(render(value));
    payload.addProperty("source", "page");
    payload.addProperty("start", 0);
    RunningCell.current().ifPresent(cell -> cell.addPayload(payload));
  }

  /** Asks for a line of text. */
  public static String input(String prompt) throws InterruptedException {
    return display.ask(prompt, false);
  }

  /** Asks for a line of text that is not shown while it is typed. */
  public static String password(String prompt) throws InterruptedException {
    return display.ask(prompt, true);
  }

  /** A piece of HTML. */
  public static DisplayData html(String text) {
    return NotebookDisplay.ofType("text/html", text);
  }

  /** A text in Markdown. */
  public static DisplayData markdown(String text) {
    return NotebookDisplay.ofType("text/markdown", text);
  }

  /** A text in LaTeX, with formulas between dollar signs. */
  public static DisplayData latex(String text) {
    return NotebookDisplay.ofType("text/latex", text);
  }

  /** A value as a JSON tree: text is parsed, records and maps become objects. */
  public static DisplayData json(Object value) {
    JsonElement tree = NamedType.json(value);
    DisplayData shown = new DisplayData(tree.toString());
    shown.putData("application/json", tree);
    return shown;
  }

  /**
   * Says how values of a type show themselves from now on: {@code renderWith(Point.class, p ->
   * html("<b>" + p.x() + "</b>"))}.
   *
   * @param rendering what to show instead of the value; of any type that can be shown itself
   */
  public static <T> void renderWith(Class<T> type, Function<? super T, ?> rendering) {
    display
        .renderer()
        .createRegistration(type)
        .register(
            (value, context) ->
                context.getOutputContainer().assign(render(rendering.apply(value))));
  }

  /** How types show themselves, with all that basekernel offers for it. */
  public static Renderer renderer() {
    return display.renderer();
  }

  /** The channels to widgets in the front end. */
  public static Comms comms() {
    return comms;
  }

  /** A value as the notebook would show it. */
  public static DisplayData render(Object value) {
    return display.render(value);
  }

  private static DisplayId show(DisplayData shown) {
    if (!shown.hasDisplayId()) {
      shown.setDisplayId(UUID.randomUUID().toString());
    }
    display.publish("display_data", DisplayContent.of(shown));
    return new DisplayId(shown.getDisplayId());
  }
}
