package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.rsrkernel.kernel.diagnostics.CellError;
import org.rsrkernel.kernel.display.DisplayContent;
import org.rsrkernel.kernel.display.DisplayId;
import org.rsrkernel.kernel.display.NotebookDisplay;
import org.rsrkernel.kernel.history.CellHistory;
import org.rsrkernel.kernel.magic.CellRunner;
import org.rsrkernel.kernel.running.CellInterrupt;
import org.rsrkernel.kernel.running.RunningCell;
import org.rsrkernel.kernel.shell.CellFailure;
import org.rsrkernel.kernel.shell.CellValue;
import org.rsrkernel.kernel.transport.JupyterMessage;

/** Runs cells: {@code execute_request}. Thread-safe, for subshells. */
public final class ExecuteHandler implements RequestHandler {
  private final CellRunner runner;
  private final NotebookDisplay display;
  private final CellHistory history;
  private final SocketFrontend frontend;
  private final Consumer<JupyterMessage> abortWaitingCells;
  private int executionCount;

  /**
   * @param abortWaitingCells told of a cell that has failed and that later ones were to depend on
   */
  public ExecuteHandler(
      CellRunner runner,
      NotebookDisplay display,
      CellHistory history,
      SocketFrontend frontend,
      Consumer<JupyterMessage> abortWaitingCells) {
    this.runner = runner;
    this.display = display;
    this.history = history;
    this.frontend = frontend;
    this.abortWaitingCells = abortWaitingCells;
  }

  @Override
  public JsonObject handle(JupyterMessage request) {
    RequestContent content = RequestContent.of(request);
    String code = content.text("code", "");
    boolean silent = content.flag("silent", false);
    int number = number(code, content.flag("store_history", true) && !silent);
    RunningCell cell = new RunningCell(request, number, frontend);
    if (!silent) {
      cell.publish("execute_input", executeInput(number, code));
    }
    cell.begin();
    JsonObject reply = run(cell, code, silent, content.object("user_expressions"));
    cell.end();
    reply.addProperty("execution_count", number);
    boolean failed = reply.get("status").getAsString().equals("error");
    if (failed && !cell.isLeftBehind() && content.flag("stop_on_error", true)) {
      abortWaitingCells.accept(request);
    }
    return reply;
  }

  /** The cell's execution count: a new one if the cell is remembered, else the last one. */
  private synchronized int number(String code, boolean remembered) {
    if (remembered) {
      executionCount++;
      history.add(executionCount, code);
    }
    return executionCount;
  }

  private JsonObject run(
      RunningCell cell, String code, boolean silent, JsonObject userExpressions) {
    try {
      Optional<CellValue> value = runner.run(cell.number(), code);
      if (!silent && value.isPresent() && !(value.get().value() instanceof DisplayId)) {
        show(display.render(value.get().value()), cell.number());
      }
      JsonObject reply = Reply.ok();
      reply.add("user_expressions", evaluate(cell, userExpressions));
      JsonArray payloads = new JsonArray();
      cell.payloads().forEach(payloads::add);
      reply.add("payload", payloads);
      return reply;
    } catch (CellFailure | RuntimeException | Error e) {
      CellError error = describe(e);
      if (!silent && !cell.isLeftBehind()) {
        display.publish("error", Reply.describe(error));
      }
      return Reply.error(error);
    }
  }

  private void show(DisplayData value, int number) {
    JsonObject result = DisplayContent.of(value);
    result.addProperty("execution_count", number);
    display.publish("execute_result", result);
    if (value.getData(MIMEType.TEXT_PLAIN) instanceof String text) {
      history.addOutput(number, text);
    }
  }

  private JsonObject evaluate(RunningCell cell, JsonObject expressions) {
    JsonObject results = new JsonObject();
    for (Map.Entry<String, JsonElement> entry : expressions.entrySet()) {
      boolean isText = entry.getValue() instanceof JsonPrimitive value && value.isString();
      results.add(
          entry.getKey(),
          isText ? evaluate(cell, entry.getValue().getAsString()) : noText(entry.getValue()));
    }
    return results;
  }

  private static JsonObject noText(JsonElement expression) {
    String text = "a user expression is Java in a string, not " + expression;
    return Reply.error(CellFailure.of("IllegalArgumentException", text, null).error());
  }

  private JsonObject evaluate(RunningCell cell, String expression) {
    try {
      Object value = runner.run(cell.number(), expression).map(CellValue::value).orElse(null);
      JsonObject result = DisplayContent.of(display.render(value));
      result.addProperty("status", "ok");
      return result;
    } catch (CellFailure | RuntimeException | Error e) {
      return Reply.error(describe(e));
    }
  }

  /** Whatever did not come from a snippet comes from showing its value. */
  private CellError describe(Throwable thrown) {
    if (thrown instanceof CellFailure failure) {
      return failure.error();
    }
    if (CellInterrupt.requested()) {
      return CellFailure.of("CellInterrupted", "the cell was interrupted", thrown).error();
    }
    CellError error = runner.explain(thrown);
    List<String> traceback = new ArrayList<>(List.of("The result cannot be shown:"));
    traceback.addAll(error.traceback());
    return new CellError(error.name(), "the result cannot be shown: " + error.value(), traceback);
  }

  private static JsonObject executeInput(int number, String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("execution_count", number);
    return content;
  }
}
