package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;
import org.rsrkernel.kernel.completion.CellCompleteness;
import org.rsrkernel.kernel.completion.CellCompleter;
import org.rsrkernel.kernel.completion.CompletenessCheck;
import org.rsrkernel.kernel.completion.Completions;
import org.rsrkernel.kernel.completion.Completions.Completion;
import org.rsrkernel.kernel.inspection.CellInspector;
import org.rsrkernel.kernel.inspection.Inspection;
import org.rsrkernel.kernel.magic.CellParser;
import org.rsrkernel.kernel.magic.CellProgram;
import org.rsrkernel.kernel.shell.JavaShell;
import org.rsrkernel.kernel.transport.JupyterMessage;

/**
 * What an editor asks while someone types: completion, inspection, whether a cell is complete.
 * Works while a cell runs.
 */
public final class AssistanceHandlers {
  private final JavaShell shell;
  private final CellParser parser;
  private final CellCompleter completer;
  private final CellInspector inspector;

  public AssistanceHandlers(
      JavaShell shell, CellParser parser, CellCompleter completer, CellInspector inspector) {
    this.shell = shell;
    this.parser = parser;
    this.completer = completer;
    this.inspector = inspector;
  }

  /** Names the handlers of all these questions. */
  public void register(RequestServer server) {
    server.on("is_complete_request", this::isComplete);
    server.on("complete_request", this::complete);
    server.on("inspect_request", this::inspect);
  }

  /** Whether Enter runs the code or goes on: {@code is_complete_request}. */
  private JsonObject isComplete(JupyterMessage request) {
    CellProgram program = parser.parse("", RequestContent.of(request).text("code", ""));
    if (program.cellMagic().isPresent()) {
      return Reply.withStatus("complete");
    }
    CellCompleteness found =
        shell.withJShell(
            jshell ->
                new CompletenessCheck(jshell.sourceCodeAnalysis()).check(program.source().java()));
    JsonObject reply = Reply.withStatus(found.status().name().toLowerCase(Locale.ROOT));
    if (found.status() == CellCompleteness.Status.INCOMPLETE) {
      reply.addProperty("indent", found.indent());
    }
    return reply;
  }

  /** What may stand at the cursor: {@code complete_request}. */
  private JsonObject complete(JupyterMessage request) {
    RequestContent content = RequestContent.of(request);
    String code = content.text("code", "");
    Completions found = completer.complete(code, content.number("cursor_pos", code.length()));
    JsonArray matches = new JsonArray();
    JsonArray typed = new JsonArray();
    for (Completion item : found.items()) {
      matches.add(item.text());
      typed.add(typed(found, item));
    }
    JsonObject metadata = new JsonObject();
    metadata.add("_jupyter_types_experimental", typed);
    JsonObject reply = Reply.ok();
    reply.add("matches", matches);
    reply.addProperty("cursor_start", found.start());
    reply.addProperty("cursor_end", found.end());
    reply.add("metadata", metadata);
    return reply;
  }

  /** What is at the cursor: {@code inspect_request}. */
  private JsonObject inspect(JupyterMessage request) {
    RequestContent content = RequestContent.of(request);
    String code = content.text("code", "");
    Optional<Inspection> found =
        inspector.inspect(code, content.number("cursor_pos", code.length()));
    JsonObject data = new JsonObject();
    found.ifPresent(
        inspection -> {
          data.addProperty("text/plain", inspection.text());
          data.addProperty("text/html", inspection.html());
        });
    JsonObject reply = Reply.ok();
    reply.addProperty("found", found.isPresent());
    reply.add("data", data);
    reply.add("metadata", new JsonObject());
    return reply;
  }

  private static JsonObject typed(Completions found, Completion item) {
    JsonObject typed = new JsonObject();
    typed.addProperty("start", found.start());
    typed.addProperty("end", found.end());
    typed.addProperty("text", item.text());
    typed.addProperty("type", item.type());
    typed.addProperty("signature", item.signature());
    return typed;
  }
}
