package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.rsrkernel.kernel.diagnostics.CellError;

/** Contents of replies. */
public final class Reply {
  private Reply() {}

  public static JsonObject ok() {
    return withStatus("ok");
  }

  public static JsonObject error(CellError error) {
    JsonObject reply = withStatus("error");
    describe(error).entrySet().forEach(field -> reply.add(field.getKey(), field.getValue()));
    return reply;
  }

  /** A reply to a request that was not carried out, because a cell before it failed. */
  static JsonObject aborted() {
    return withStatus("aborted");
  }

  /** The fields of an {@code error} message. */
  static JsonObject describe(CellError error) {
    JsonObject content = new JsonObject();
    content.addProperty("ename", error.name());
    content.addProperty("evalue", error.value());
    JsonArray lines = new JsonArray();
    error.traceback().forEach(lines::add);
    content.add("traceback", lines);
    return content;
  }

  static JsonObject withStatus(String status) {
    JsonObject reply = new JsonObject();
    reply.addProperty("status", status);
    return reply;
  }
}
