package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Runs cells: {@code execute_request}. Belongs to the thread that runs cells. */
public final class ExecuteHandler implements RequestHandler {
  private final CellRunner runner;
  private final NotebookDisplay display;
  private final CellHistory history;
  private final SocketFrontend frontend;
  private final Runnable abortWaitingCells;
  private int executionCount;

  /**
   * @param abortWaitingCells called when a cell has failed that later ones were to depend on
   */
  public ExecuteHandler(
      CellRunner runner,
      NotebookDisplay display,
      CellHistory history,
      SocketFrontend frontend,
      Runnable abortWaitingCells) {
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
    if (content.flag("store_history", true) && !silent) {
      executionCount++;
      history.add(executionCount, code);
    }
    RunningCell cell = new RunningCell(request, executionCount, frontend);
    if (!silent) {
      cell.publish("execute_input", executeInput(code));
    }
    cell.begin();
    JsonObject reply = run(cell, code, silent, content.object("user_expressions"));
    cell.end();
    reply.addProperty("execution_count", executionCount);
    if (reply.get("status").getAsString().equals("error") && content.flag("stop_on_error", true)) {
      abortWaitingCells.run();
    }
    return reply;
  }

  private JsonObject run(
      RunningCell cell, String code, boolean silent, JsonObject userExpressions) {
    try {
      Optional<CellValue> value = runner.run(cell.number(), code);
      if (!silent && value.isPresent() && !(value.get().value() instanceof DisplayId)) {
        JsonObject result = DisplayContent.of(display.render(value.get().value()));
        result.addProperty("execution_count", cell.number());
        display.publish("execute_result", result);
      }
      JsonObject reply = Reply.ok();
      reply.add("user_expressions", evaluate(cell, userExpressions));
      JsonArray payloads = new JsonArray();
      cell.payloads().forEach(payloads::add);
      reply.add("payload", payloads);
      return reply;
    } catch (CellFailure | RuntimeException | Error e) {
      CellError error = describe(e);
      if (!silent) {
        display.publish("error", Reply.describe(error));
      }
      return Reply.error(error);
    }
  }

  private JsonObject evaluate(RunningCell cell, JsonObject expressions) {
    JsonObject results = new JsonObject();
    for (Map.Entry<String, JsonElement> entry : expressions.entrySet()) {
      results.add(entry.getKey(), evaluate(cell, entry.getValue().getAsString()));
    }
    return results;
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
  private static CellError describe(Throwable thrown) {
    if (thrown instanceof CellFailure failure) {
      return failure.error();
    }
    if (CellInterrupt.requested()) {
      return CellFailure.of("CellInterrupted", "the cell was interrupted", thrown).error();
    }
    String text = "the result cannot be shown: " + thrown;
    return new CellError(thrown.getClass().getName(), text, List.of(text));
  }

  private JsonObject executeInput(String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("execution_count", executionCount);
    return content;
  }
}
