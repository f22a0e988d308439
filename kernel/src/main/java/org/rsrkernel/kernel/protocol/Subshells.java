package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.rsrkernel.kernel.transport.JupyterMessage;

/**
 * Threads that a front end opens so that a request need not wait for a running cell. Their cells
 * share variables with the others. Thread-safe.
 *
 * @see <a
 *     href="https://jupyter.org/enhancement-proposals/91-kernel-subshells/kernel-subshells.html">
 *     Jupyter enhancement proposal 91</a>
 */
final class Subshells {
  private final Map<String, RequestLoop> loops = new ConcurrentHashMap<>();
  private final Consumer<Request> server;

  /**
   * @param server serves a request on the calling thread
   */
  Subshells(Consumer<Request> server) {
    this.server = server;
  }

  /** Names the handlers by which subshells come and go. */
  void register(RequestServer requests) {
    requests.on("create_subshell_request", request -> create());
    requests.on("list_subshell_request", request -> list());
    requests.on("delete_subshell_request", this::delete);
  }

  /** Where the requests for a subshell wait; empty if there is none of that id. */
  Optional<RequestLoop> find(String id) {
    return Optional.ofNullable(loops.get(id));
  }

  /** Where requests wait now. */
  Collection<RequestLoop> loops() {
    return loops.values();
  }

  private JsonObject create() {
    String id = UUID.randomUUID().toString();
    RequestLoop loop = new RequestLoop("kernel-subshell-" + id, server);
    loops.put(id, loop);
    loop.start();
    JsonObject reply = Reply.ok();
    reply.addProperty("subshell_id", id);
    return reply;
  }

  private JsonObject list() {
    JsonArray ids = new JsonArray();
    loops.keySet().forEach(ids::add);
    JsonObject reply = Reply.ok();
    reply.add("subshell_id", ids);
    return reply;
  }

  private JsonObject delete(JupyterMessage request) throws InterruptedException {
    String id = RequestContent.of(request).text("subshell_id", "");
    RequestLoop loop = loops.remove(id);
    if (loop == null) {
      throw new IllegalArgumentException("there is no subshell \"" + id + "\"");
    }
    loop.close();
    return Reply.ok();
  }

  void close() throws InterruptedException {
    for (RequestLoop loop : loops.values()) {
      loop.close();
    }
  }
}
