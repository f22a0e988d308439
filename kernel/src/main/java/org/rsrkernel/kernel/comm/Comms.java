package org.rsrkernel.kernel.comm;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The open comms and the kinds the kernel knows. Thread-safe. */
public final class Comms {
  private final Map<String, CommTarget> targets = new ConcurrentHashMap<>();
  private final Map<String, Comm> open = new ConcurrentHashMap<>();
  private final BiConsumer<String, JsonObject> publisher;

  /**
   * @param publisher sends a message of a type and content to the front end
   */
  public Comms(BiConsumer<String, JsonObject> publisher) {
    this.publisher = publisher;
  }

  /** Names what the front end may open. */
  public void register(String target, CommTarget opening) {
    targets.put(target, opening);
  }

  /** Opens a comm from here; the front end must know the target. */
  public Comm open(String target, JsonObject data) {
    Comm comm = new Comm(UUID.randomUUID().toString(), target, this);
    open.put(comm.id(), comm);
    JsonObject content = content(comm.id(), data);
    content.addProperty("target_name", target);
    publisher.accept("comm_open", content);
    return comm;
  }

  /** The open comms by id, with their targets; all, or those of one target. */
  public JsonObject describe(Optional<String> target) {
    JsonObject found = new JsonObject();
    for (Comm comm : open.values()) {
      if (target.isEmpty() || target.get().equals(comm.target())) {
        JsonObject description = new JsonObject();
        description.addProperty("target_name", comm.target());
        found.add(comm.id(), description);
      }
    }
    return found;
  }

  /** The front end opens a comm; one of an unknown target is closed again, as Jupyter asks. */
  public void opened(String id, String targetName, JsonObject data) {
    CommTarget target = targets.get(targetName);
    if (target == null) {
      publish("comm_close", id, new JsonObject());
      return;
    }
    Comm comm = new Comm(id, targetName, this);
    open.put(id, comm);
    try {
      target.opened(comm, data);
    } catch (RuntimeException refused) {
      comm.close(new JsonObject());
      throw refused;
    }
  }

  /** Data from the front end; ignored if the comm is not open. */
  public void received(String id, JsonObject data) {
    Optional.ofNullable(open.get(id)).ifPresent(comm -> comm.receive(data));
  }

  /** The front end closes a comm. */
  public void closed(String id, JsonObject data) {
    Optional.ofNullable(open.remove(id)).ifPresent(comm -> comm.closed(data));
  }

  void forget(String id) {
    open.remove(id);
  }

  void publish(String type, String id, JsonObject data) {
    publisher.accept(type, content(id, data));
  }

  private static JsonObject content(String id, JsonObject data) {
    JsonObject content = new JsonObject();
    content.addProperty("comm_id", id);
    content.add("data", data);
    return content;
  }
}
