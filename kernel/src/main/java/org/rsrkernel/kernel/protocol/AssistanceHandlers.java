package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import org.rsrkernel.kernel.completion.CellCompleteness;
import org.rsrkernel.kernel.completion.CompletenessCheck;
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

  public AssistanceHandlers(JavaShell shell, CellParser parser) {
    this.shell = shell;
    this.parser = parser;
  }

  /** Whether Enter runs the code or goes on: {@code is_complete_request}. */
  public JsonObject isComplete(JupyterMessage request) {
    CellProgram program = parser.parse(0, RequestContent.of(request).text("code", ""));
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
  public JsonObject complete(JupyterMessage request) {
    RequestContent content = RequestContent.of(request);
    String code = content.text("code", "");
    int cursor = content.cursor(code);
    int[] anchor = {cursor};
    JsonArray matches = new JsonArray();
    shell
        .withJShell(
            jshell -> jshell.sourceCodeAnalysis().completionSuggestions(code, cursor, anchor))
        .stream()
        .map(suggestion -> suggestion.continuation())
        .distinct()
        .forEach(matches::add);
    JsonObject reply = Reply.ok();
    reply.add("matches", matches);
    reply.addProperty("cursor_start", code.codePointCount(0, anchor[0]));
    reply.addProperty("cursor_end", code.codePointCount(0, cursor));
    reply.add("metadata", new JsonObject());
    return reply;
  }
}
