package org.rsrkernel.kernel.comm;

import com.google.gson.JsonObject;
import java.util.function.Consumer;

/** One open channel. Thread-safe; handlers are called on the thread that runs cells. */
public final class Comm {
  private final String id;
  private final String target;
  private final Comms comms;
  private volatile Consumer<JsonObject> onMessage = data -> {};
  private volatile Consumer<JsonObject> onClose = data -> {};

  Comm(String id, String target, Comms comms) {
    this.id = id;
    this.target = target;
    this.comms = comms;
  }

  public String id() {
    return id;
  }

  /** The name both sides know its kind by. */
  public String target() {
    return target;
  }

  /** Sends data to the front end. */
  public void send(JsonObject data) {
    comms.publish("comm_msg", id, data);
  }

  /** Closes the channel and tells the front end; its own close handler is not called. */
  public void close(JsonObject data) {
    comms.forget(id);
    comms.publish("comm_close", id, data);
  }

  /** Says what to do with data from the front end. */
  public void onMessage(Consumer<JsonObject> handler) {
    onMessage = handler;
  }

  /** Says what to do when the front end closes the channel. */
  public void onClose(Consumer<JsonObject> handler) {
    onClose = handler;
  }

  void receive(JsonObject data) {
    onMessage.accept(data);
  }

  void closed(JsonObject data) {
    onClose.accept(data);
  }
}
