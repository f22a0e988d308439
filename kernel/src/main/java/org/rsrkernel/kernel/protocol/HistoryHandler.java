package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.rsrkernel.kernel.history.CellHistory;
import org.rsrkernel.kernel.history.HistoryEntry;
import org.rsrkernel.kernel.transport.JupyterMessage;

/** Looks back: {@code history_request} by tail, range or search. */
public final class HistoryHandler implements RequestHandler {
  private static final int DEFAULT_COUNT = 1000;

  private final CellHistory history;

  public HistoryHandler(CellHistory history) {
    this.history = history;
  }

  @Override
  public JsonObject handle(JupyterMessage request) {
    RequestContent content = RequestContent.of(request);
    boolean withOutput = content.flag("output", false);
    JsonArray found = new JsonArray();
    for (HistoryEntry entry : find(content)) {
      found.add(asTuple(entry, withOutput));
    }
    JsonObject reply = Reply.ok();
    reply.add("history", found);
    return reply;
  }

  private List<HistoryEntry> find(RequestContent content) {
    int count = content.number("n", DEFAULT_COUNT);
    String type = content.text("hist_access_type", "tail");
    return switch (type) {
      case "tail" -> history.tail(count);
      case "range" ->
          history.range(
              content.number("session", 0), content.number("start", 1), content.number("stop", 0));
      case "search" ->
          history.search(content.text("pattern", "*"), count, content.flag("unique", false));
      default ->
          throw new IllegalArgumentException(
              "hist_access_type is \"" + type + "\", not tail, range or search");
    };
  }

  /** {@code (session, line, input)}, or {@code (session, line, (input, output))}. */
  private JsonArray asTuple(HistoryEntry entry, boolean withOutput) {
    JsonArray tuple = new JsonArray();
    tuple.add(entry.session());
    tuple.add(entry.line());
    if (withOutput) {
      JsonArray inputAndOutput = new JsonArray();
      inputAndOutput.add(entry.code());
      inputAndOutput.add(history.output(entry).orElse(null));
      tuple.add(inputAndOutput);
    } else {
      tuple.add(entry.code());
    }
    return tuple;
  }
}
